/** Purpose: the reports of 2016 and 2018 can be made again, note by note, and hold what the documents hold (in our own words; nobody named). */
import { expect, test } from 'vitest'
import { makePlenary } from '../support/make-plenary.ts'

const SESSION_2016 = `p Syrian refugee communities in Northern England volunteer in flood prevention, to give back
p A film in which tourists and refugees talk with one another on an island
p City ID card for all residents of New York, and sanctuary cities safe from deportation
p First Global Diaspora Day, June 2016, with tools against xenophobia
r National and local authorities and civil society should target groups that buy into populism or never met migrants
a Reach many people without mass media: through popular figures, community champions and television series
a Work through scouts, sports clubs, religious and artist communities
i Level of populism and of hate crime
i Number of public figures and series that address xenophobia
r Local authorities and civil society should open genuine dialogue about fears of the other
a Make safe spaces for talks that rest on evidence and inform rather than challenge
i More harmony, understanding and respect in the community
r National authorities should support cities and local authorities as first responders to migration
a Give them funds, training and competences
a Give them a place in global dialogue and in national policy
i Number of national laws and budgets for this
r National authorities should open a safe pathway towards citizenship
a Support local initiatives for equal access to services, such as city ID cards
a Hold governments, media and companies to account for hate speech
i Number of people with access; hate crimes reported and acted upon
g Recognise in public what migrants and diaspora contribute
gc Map local tools and campaigns and build the Together campaign on them
l The Together campaign has made no progress yet: it has to reach the local level
ch Teach human rights to the young, so that they see migrants as neighbours and friends
m Move beyond preaching to the converted, and open genuine dialogue in the whole community
m Support cities as first responders, and the development potential of the diaspora
qt People bite dogs: we need to sell a different narrative on migration
qt We were honoured to give back to the communities that took us in
o No actor alone can overcome xenophobia: local alliances with migrants in them can
o Learn how migrants bond and where they go, to see what inclusion needs`

test('2016: every field of the session template, within its limits, nothing in an annex', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  await ana.says('/session open "Xenophobia and social inclusion" template:gfmd-2016')
  ;(await ana.says(`/note ${SESSION_2016}`)).hears('30 notes taken')
  ;(await ana.says('/session status')).hears('Nothing.')
  const report = await markdown(ana)
  for (const line of SESSION_2016.split('\n')) expect(report).toContain(line.replace(/^\S+ /, ''))
  expect(report).not.toContain('Annex')
  expect(report.match(/Actions:/g)).toHaveLength(4)
  expect(report.match(/Indicators of change:/g)).toHaveLength(4)
  expect(report).toContain('Addresses: States, Cities, Civil society')
})

test('2016, special session: commitments find their half-year by their deadline, and say who', async () => {
  const plenary = await makePlenary(':memory:', () => Temporal.Instant.from('2016-12-08T15:00:00Z'))
  const ana = plenary.member('ana', { role: 'rapporteur' })
  await ana.says('/session open "Creating welcoming societies" template:gfmd-2016-special')
  const first = await ana.says('/note c Launch a solidarity campaign by 21 March who: Global Coalition on Migration')
  first.hears('Commitments for the next six months').hears('who: Global Coalition on Migration').hears('by: March 21, 2017')
  ;(await ana.says('/note c Work out one narrative for many campaigns due: december 2017')).hears(
    'Commitments for the six months after · 1 of 2',
  )
  await ana.says(
    '/note c Exchange experience online and in groups by region who: 10 participants\nc Use the Together campaign against inequality due: end of 2017',
  )
  await ana.says(
    '/note m The Together campaign must address structural inequality\nm Governments should own that restrictive policies feed xenophobia',
  )
  await ana.says('/note rf Xenophobia and exclusion are not the same, and need clearer words')
  const report = await markdown(ana)
  expect(report).toContain('Who will do it: 10 participants')
  expect(report).toContain('Who will do it: Not yet known')
  expect(report).not.toContain('Annex')
})

test('2018: both days, with three questions and no fourth', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  await ana.says('/session open Inclusion template:gfmd-2018')
  await ana.says(
    '/note pr Align policy with human rights\npr A greater role for the diaspora\np Cities that protect, such as Barcelona\nx No coordination with local authorities\nq How will you work with migrants?\nq How is migration governed at every level?\nq How will you involve local authorities?\nq One too many?',
  )
  ;(await ana.says('/note list')).hears('number 4, and the template takes 3')
  await ana.says(
    '/note l Not all governments work with civil society\nn A women’s collective in the United States\nk Link across themes and regions\na Monitor the Compact by human rights',
  )
  expect(await markdown(ana)).toContain('## Annex: further notes\n\n- One too many?')
  const up = await ana.says('/note up 8')
  up.hears('3 of 3')
  expect(await markdown(ana)).toContain('- How will you involve local authorities?')
})

async function markdown(
  ana: Awaited<ReturnType<typeof makePlenary>> extends { member(name: string): infer M } ? M : never,
): Promise<string> {
  const [file] = (await ana.says('/session report format:markdown')).files ?? []
  return new TextDecoder().decode(file?.bytes)
}
