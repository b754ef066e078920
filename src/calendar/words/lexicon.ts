/** Purpose: the words for days and times in four languages, folded (lower case, no accents). A word may mean different things in different languages. */

export type Meaning =
  | { readonly is: 'month' | 'weekday' | 'number' | 'ordinal'; readonly n: number }
  | { readonly is: 'unit'; readonly unit: Unit }
  | { readonly is: 'adverb'; readonly unit: Unit; readonly n: number }
  | { readonly is: 'day'; readonly offset: number }
  | { readonly is: 'part'; readonly hour: number; readonly afternoon: boolean }
  | { readonly is: 'clock'; readonly hour: number }
  | { readonly is: 'every' | 'in' | 'before' | 'after' | 'from' | 'next' | 'end' | 'at' | 'now' | 'noise' | 'and' | 'last-day' }
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
export type Tongue = 'en' | 'fr' | 'es' | 'pt'

const UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'week', 'month', 'year']

/** The longest first. Read with the person's own language first, so that `mar` is Tuesday in French and March in English. */
export const LEXICONS: Readonly<Record<Tongue, ReadonlyMap<string, Meaning>>> = {
  en: lexicon({
    months:
      'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
    weekdays:
      'monday mon mondays|tuesday tue tues tuesdays|wednesday wed wednesdays|thursday thu thur thurs thursdays|friday fri fridays|saturday sat saturdays|sunday sun sundays',
    numbers:
      'one a an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty-one',
    ordinals: 'first|second|third|fourth|fifth',
    last: 'last',
    units: 'minute minutes min mins|hour hours hr hrs|day days|week weeks|month months|year years',
    adverbs:
      'daily=day/1|weekly=week/1|fortnightly=week/2|monthly=month/1|quarterly=month/3|yearly=year/1|annually=year/1|half-yearly=month/6',
    days: 'today=0|tomorrow=1|the day after tomorrow=2|day after tomorrow=2',
    parts: 'in the morning=9|morning=9|in the afternoon=15|afternoon=15|in the evening=19|evening=19|tonight=20|at night=20',
    clocks: 'noon=12|midday=12|midnight=0',
    every: 'every|each',
    in: 'in|within',
    before: 'before|ahead of|prior to',
    after: 'after',
    from: 'from|starting|starting on|beginning|since|as of',
    next: 'next|this coming|coming|this',
    end: 'end of|the end of|end',
    at: 'at',
    now: 'from now|from today|hence',
    and: 'and',
    noise: 'the|of|on|in|year s|oclock',
    lastDay: 'last day of|the last day of',
  }),
  fr: lexicon({
    months: 'janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre|octobre oct|novembre nov|decembre dec',
    weekdays:
      'lundi lun lundis|mardi mar mardis|mercredi mer mercredis|jeudi jeu jeudis|vendredi ven vendredis|samedi sam samedis|dimanche dim dimanches',
    numbers:
      'un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt|vingt_et_un',
    ordinals: 'premier premiere|deuxieme second seconde|troisieme|quatrieme|cinquieme',
    last: 'dernier derniere',
    units: 'minute minutes min|heure heures|jour jours|semaine semaines|mois|an ans annee annees',
    adverbs:
      'quotidien=day/1|hebdomadaire=week/1|mensuel=month/1|trimestriel=month/3|semestriel=month/6|annuel=year/1|mensuellement=month/1|annuellement=year/1',
    days: 'aujourdhui=0|aujourd hui=0|demain=1|apres-demain=2|apres demain=2',
    parts: 'du matin=9|le matin=9|matin=9|de lapres-midi=15|lapres-midi=15|apres-midi=15|du soir=19|le soir=19|soir=19|ce soir=19',
    clocks: 'midi=12|minuit=0',
    every: 'chaque|tous les|toutes les|tout les',
    in: 'dans|dici|en',
    before: 'avant|avant le',
    after: 'apres|apres le',
    from: 'a partir du|a partir de|des le|depuis|a compter du',
    next: 'prochain|prochaine|suivant|suivante|ce|cette',
    end: 'fin du|fin de|la fin du|la fin de|fin',
    at: 'a|vers',
    now: 'a partir de maintenant',
    and: 'et',
    noise: 'le|la|les|l|du|de|des|d|en|au',
    lastDay: 'dernier jour du|dernier jour de|le dernier jour du',
  }),
  es: lexicon({
    months:
      'enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic',
    weekdays: 'lunes lun|martes|miercoles mie|jueves jue|viernes vie|sabado sabados sab|domingo domingos dom',
    numbers:
      'un una uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veintiuno veintiun',
    ordinals: 'primer primero primera|segundo segunda|tercer tercero tercera|cuarto cuarta|quinto quinta',
    last: 'ultimo ultima',
    units: 'minuto minutos min|hora horas|dia dias|semana semanas|mes meses|ano anos',
    adverbs:
      'diario=day/1|semanal=week/1|mensual=month/1|trimestral=month/3|semestral=month/6|anual=year/1|anualmente=year/1|mensualmente=month/1',
    days: 'hoy=0|manana=1|pasado manana=2',
    parts: 'de la manana=9|por la manana=9|de la tarde=15|por la tarde=15|de la noche=20|por la noche=20|esta noche=20',
    clocks: 'mediodia=12|a mediodia=12|medianoche=0|al mediodia=12',
    every: 'cada|a cada|todos los|todas las',
    in: 'en|dentro de',
    before: 'antes del|antes de',
    after: 'despues del|despues de',
    from: 'a partir del|a partir de|desde el|desde',
    next: 'proximo|proxima|que viene|siguiente|este|esta',
    end: 'fin de|fines de|final de|finales de',
    at: 'a las|a la|a',
    now: 'a partir de ahora',
    and: 'y',
    noise: 'el|la|los|las|de|del|en',
    lastDay: 'ultimo dia de|ultimo dia del|el ultimo dia de',
  }),
  pt: lexicon({
    months:
      'janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez',
    weekdays:
      'segunda-feira segunda segundas segundas-feiras|terca-feira terca tercas tercas-feiras|quarta-feira quarta quartas quartas-feiras|quinta-feira quinta quintas quintas-feiras|sexta-feira sexta sextas sextas-feiras|sabado sabados|domingo domingos',
    numbers:
      'um uma|dois duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze quatorze|quinze|dezesseis dezasseis|dezessete dezassete|dezoito|dezenove dezanove|vinte|vinte_e_um',
    ordinals: 'primeiro primeira|segundo|terceiro terceira|quarto|quinto',
    last: 'ultimo ultima',
    units: 'minuto minutos min|hora horas|dia dias|semana semanas|mes meses|ano anos',
    adverbs:
      'diario=day/1|diariamente=day/1|semanal=week/1|semanalmente=week/1|mensal=month/1|mensalmente=month/1|trimestral=month/3|semestral=month/6|anual=year/1|anualmente=year/1',
    days: 'hoje=0|amanha=1|depois de amanha=2',
    parts: 'da manha=9|de manha=9|pela manha=9|da tarde=15|de tarde=15|a tarde=15|da noite=20|de noite=20|a noite=20',
    clocks: 'meio-dia=12|ao meio-dia=12|meia-noite=0|a meia-noite=0',
    every: 'cada|a cada|todo|toda|todos os|todas as',
    in: 'em|daqui a|dentro de',
    before: 'antes de|antes do|antes da',
    after: 'depois de|depois do|apos|apos o',
    from: 'a partir de|a partir do|desde',
    next: 'proximo|proxima|que vem|seguinte|este|esta',
    end: 'fim de|fim do|final de|final do',
    at: 'as|a',
    now: 'a partir de agora',
    and: 'e',
    noise: 'o|a|os|as|de|do|da|em|no|na',
    lastDay: 'ultimo dia de|ultimo dia do|o ultimo dia do',
  }),
}

type Words = Readonly<
  Record<
    | 'months'
    | 'weekdays'
    | 'numbers'
    | 'ordinals'
    | 'last'
    | 'units'
    | 'adverbs'
    | 'days'
    | 'parts'
    | 'clocks'
    | 'every'
    | 'in'
    | 'before'
    | 'after'
    | 'from'
    | 'next'
    | 'end'
    | 'at'
    | 'now'
    | 'and'
    | 'noise'
    | 'lastDay',
    string
  >
>

/** Later lines give way to earlier ones where a word is in both. */
function lexicon(words: Words): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>()
  const put = (word: string, meaning: Meaning) => void (found.has(word) || found.set(word, meaning))
  const counted = (list: string, make: (n: number) => Meaning) => {
    for (const [at, spellings] of list.split('|').entries())
      for (const word of spellings.split(' ')) put(word.replaceAll('_', ' '), make(at + 1))
  }
  const valued = (list: string, make: (value: string) => Meaning) => {
    for (const pair of list.split('|')) put(pair.split('=')[0] ?? '', make(pair.split('=')[1] ?? ''))
  }
  counted(words.months, n => ({ is: 'month', n }))
  counted(words.weekdays, n => ({ is: 'weekday', n }))
  counted(words.ordinals, n => ({ is: 'ordinal', n }))
  counted(words.numbers, n => ({ is: 'number', n }))
  for (const word of words.last.split(' ')) put(word, { is: 'ordinal', n: -1 })
  counted(words.units, n => ({ is: 'unit', unit: UNITS[n - 1] ?? 'day' }))
  valued(words.adverbs, value => ({
    is: 'adverb',
    unit: UNITS.find(unit => value.startsWith(unit)) ?? 'day',
    n: Number(value.split('/')[1]),
  }))
  valued(words.days, value => ({ is: 'day', offset: Number(value) }))
  valued(words.parts, value => ({ is: 'part', hour: Number(value), afternoon: Number(value) > 12 }))
  valued(words.clocks, value => ({ is: 'clock', hour: Number(value) }))
  for (const is of ['every', 'in', 'before', 'after', 'from', 'next', 'end', 'at', 'now', 'and', 'noise'] as const) {
    for (const word of words[is].split('|')) put(word, { is })
  }
  for (const word of words.lastDay.split('|')) put(word, { is: 'last-day' })
  return found
}
