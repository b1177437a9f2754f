/** File hosts: where Slack keeps the files that people send. */
export const SLACK_FILE_HOSTS = ['files.slack.com']
