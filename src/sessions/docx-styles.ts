/** Purpose: how a report looks in Word and LibreOffice: fonts that both have, room between the parts, headings that stay with what follows. */
import { AlignmentType, type IStylesOptions, LevelFormat } from 'docx'
import { isRightToLeft, type Language } from '../locales/say.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA' }
/** On every machine, or with a twin of the same widths (Liberation Sans); it knows Arabic. */
const FONT = 'Arial'
export const LIST = 'report-items'
/** Twentieths of a point. */
export const INDENT = 425
export const SMALL = 18
export const COLOURS = {
  heading: '1F3864',
  quiet: '595959',
  draft: '9C2A00',
  draftGround: 'FDECE4',
  head: 'E8ECF4',
  line: 'A6A6A6',
} as const

export function documentStyles(language: Language): IStylesOptions {
  const locale = { value: LOCALES[language], bidirectional: LOCALES[language] }
  const alignment = isRightToLeft(language) ? { alignment: AlignmentType.START } : {}
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: COLOURS.heading },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true, ...alignment },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, sizeComplexScript: 22, language: locale },
        paragraph: { spacing: { after: 100, line: 264 } },
      },
      title: heading(40, 0, 120),
      heading1: heading(30, 360, 120),
      heading2: heading(24, 240, 80),
      listParagraph: { paragraph: { spacing: { before: 60, after: 60 } } },
    },
  }
}

/** LibreOffice puts the numbers of a right-to-left list outside the margin: there the list stands a little further in. */
export const listLevels = (language: Language) => [
  {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: '%1.',
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: isRightToLeft(language) ? INDENT + 225 : INDENT, hanging: INDENT } } },
  },
]

/** A4 with margins of 2.2 cm. */
export const pageOf = () => ({ page: { margin: { top: 1250, bottom: 1250, left: 1250, right: 1250 } } })
/** What is left between them. */
export const TEXT_WIDTH = 11906 - 2 * 1250
