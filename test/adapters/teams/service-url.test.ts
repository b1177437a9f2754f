import { CONNECTOR_HOST, isAllowedServiceUrl } from '../../../bot/adapters/teams/service-url.ts'

const teams = { hosts: [CONNECTOR_HOST, 'smba.infra.gcc.teams.microsoft.com'], loopback: false }

it.each([
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/emea',
  'https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net',
  'https://smba.trafficmanager.net/amer/11111111-2222-4333-8444-555555555555/',
  'https://smba.infra.gcc.teams.microsoft.com/gcc/',
])('allows %s', (serviceUrl) => {
  expect(isAllowedServiceUrl(serviceUrl, teams)).toBe(true)
})

it.each([
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net:8443/emea/',
  'https://smba.trafficmanager.net:443/emea/',
  'https://smba.trafficmanager.net.evil.example/emea/',
  'https://evil.example/smba.trafficmanager.net/',
  'https://notsmba.trafficmanager.net/emea/',
  'https://trafficmanager.net/emea/',
  'https://smba.trafficmanager.net./emea/',
  'https://SMBA.TRAFFICMANAGER.NET/emea/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://user@smba.trafficmanager.net/emea/',
  'https://user:word@smba.trafficmanager.net/emea/',
  'https://evil.example#@smba.trafficmanager.net/',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net/emea/?to=evil.example',
  'https://smba.trafficmanager.net/emea/#evil.example',
  'https://smba.trafficmаnager.net/emea/', // the first а of "manager" is Cyrillic
  'https://xn--smba-5cd.trafficmanager.net/emea/',
  'https://smba.traffic\tmanager.net/emea/',
  ' https://smba.trafficmanager.net/emea/',
  'https://smba%2etrafficmanager.net/emea/',
  'https://20.42.0.1/emea/',
  'https://[::ffff:20.42.0.1]/emea/',
  'https://0x7f000001/',
  'http://127.0.0.1:3978/',
  'http://localhost/',
  'http://169.254.169.254/metadata/',
  '//smba.trafficmanager.net/emea/',
  'file:///etc/passwd',
  'javascript:fetch("https://evil.example")',
  'smba.trafficmanager.net',
  '',
])('refuses %j', (serviceUrl) => {
  expect(isAllowedServiceUrl(serviceUrl, teams)).toBe(false)
})

describe('where this machine is allowed', () => {
  const local = { hosts: [CONNECTOR_HOST], loopback: true }

  it.each(['http://127.0.0.1:56150/', 'http://localhost:56150', 'http://[::1]:56150/_connector'])(
    'allows %s',
    (serviceUrl) => {
      expect(isAllowedServiceUrl(serviceUrl, local)).toBe(true)
    },
  )

  it.each([
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.2/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://user@127.0.0.1/',
    'http://smba.trafficmanager.net/emea/',
  ])('still refuses %s', (serviceUrl) => {
    expect(isAllowedServiceUrl(serviceUrl, local)).toBe(false)
  })
})
