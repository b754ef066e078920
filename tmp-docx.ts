import { writeFile } from 'node:fs/promises'
import { assemble } from './src/assemble.ts'
import { readConfig } from './src/config.ts'
import { makeLog } from './src/ops/log.ts'
const plenary = await assemble({ ...readConfig({}), databaseUrl: ':memory:' }, makeLog('error'))
const address = { platform: 'web', space: 'b', id: 'ana' } as const
const run = (place: string) => (said: any) => plenary.conversation.hear({ by: { address, vouched: 'admin' }, place: { address: { ...address, id: place }, private: false }, said })
const texts: Record<string, string[]> = {
 en: ['p City ID card open to every resident, New York','p Syrian refugee communities in Northern England volunteer in flood prevention, to give back to the towns that took them in, and are seen doing it by their neighbours and the local press',
 'r Local authorities and civil society should open genuine dialogue about fears of the other','a Make safe spaces for talks that rest on evidence','a Train facilitators','i More harmony, understanding and respect in the community','r National authorities should support cities as first responders','a Give them funds','i Number of laws','g Recognise in public what migrants contribute','gc Map local tools','l The campaign has made no progress yet','m Move beyond preaching to the converted','m Support cities','qt People bite dogs: we need a different narrative','c Launch a solidarity campaign by 21 March 2027 who: Global Coalition on Migration','c Write one narrative due: december 2027','rf Xenophobia and exclusion are not the same','q How will you work with cities?','x No coordination with local authorities','pr Align policy with human rights','n A collective','k Link across themes','d Meet again in May','o A remark','p three','p four','p five is too many'],
 fr: ['p Carte d’identité municipale ouverte à tous les résidents','r Les villes devraient être entendues quand la politique est faite','a Écrire aux maires','i Nombre de villes entendues','m Soutenir les villes','qt Nous rendons à notre ville ce qu’elle nous a donné','c Lancer une campagne de solidarité qui: Conseil des migrants due: décembre 2027','q Comment travaillerez-vous avec les villes ?','l Rien n’avance sans argent','d Se revoir en mai','pr Aligner la politique sur les droits humains'],
 ar: ['p بطاقة هوية للمدينة لكل المقيمين، نيويورك','r ينبغي أن تُسمع المدن عند وضع السياسات','a الكتابة إلى رؤساء البلديات','i عدد المدن (12 مدينة) التي استُمع إليها','m دعم المدن باعتبارها أول المستجيبين','qt نحن نرد الجميل إلى مدينتنا','c إطلاق حملة تضامن قبل 21 مارس 2027 who: التحالف العالمي للهجرة','q كيف ستعملون مع المدن؟','l لا تقدم من دون المال','d الاجتماع مجدداً في مايو','pr مواءمة السياسة مع حقوق الإنسان (OHCHR)'],
}
let n = 0
for (const language of ['en', 'fr', 'ar']) for (const template of ['gfmd-2016', 'gfmd-2016-special', 'gfmd-2018', 'minutes']) {
  const hear = run(`${language}-${template}`)
  await hear({ line: `/my language ${language}` })
  await hear({ line: `/session open "${{ en: 'Creating welcoming societies', fr: 'Créer des sociétés accueillantes', ar: 'بناء مجتمعات مرحبة' }[language]}" template:${template}` })
  n++
  await hear({ line: `/note ${texts[language]!.join('\n')}` })
  const d = await hear({ line: `/session report S-${String(n).padStart(3, '0')} format:docx` })
  if (!d.files) console.log(JSON.stringify(d.text), n)
  await writeFile(`/tmp/docx/${language}-${template}-draft.docx`, d.files![0]!.bytes)
  const [s] = await plenary.sessions.find(1, { number: n })
  const person = await plenary.people.recognise({ address })
  const r = await plenary.sessions.publish(s!, person)
  const f = await plenary.sessions.file(r, 'docx')
  await writeFile(`/tmp/docx/${language}-${template}-v1.docx`, f.bytes)
}
await plenary.close()
