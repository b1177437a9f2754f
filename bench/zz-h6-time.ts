import { openTown } from '/work/i7/bench/slack-town.ts'
import { slackBulk } from '/work/i7/bench/slack-bulk.ts'
import { slackLatency } from '/work/i7/bench/slack-latency.ts'
import { slackApart } from '/work/i7/bench/slack-apart.ts'
const t=()=>performance.now()/1000|0
console.log('begin',t())
const a = await Promise.all([openTown('ours',7),openTown('ours',7)])
console.log('pair',t())
await Promise.all(a.map(x=>x.close())); console.log('closed',t())
await slackLatency({people:7,everyMs:0,questions:12}); console.log('latency',t())
await slackApart({people:7,everyMs:0,questions:4,waiting:20}); console.log('apart',t())
await slackBulk(300); console.log('bulk',t())
