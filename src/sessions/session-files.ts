/** Purpose: what a session gives out: its report as a file. */
import type { Attachment } from '../reply.ts'
import type { Report } from './report.ts'
import { reportMarkdown } from './report-markdown.ts'

export type ReportFormat = 'markdown' | 'docx' | 'json'

export async function reportFile(report: Report, format: ReportFormat): Promise<Attachment> {
  const name = `${report.session.toLowerCase()}-${report.version === 0 ? 'draft' : `v${report.version}`}`
  if (format === 'docx') return { name: `${name}.docx`, type: DOCX_TYPE, bytes: await writeDocx(report) }
  const text = format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : reportMarkdown(report)
  const type = format === 'json' ? 'application/json' : 'text/markdown; charset=utf-8'
  return { name: `${name}.${format === 'json' ? 'json' : 'md'}`, type, bytes: new TextEncoder().encode(text) }
}

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** The writer of Word documents is large, and loaded with the first one. */
const writeDocx = async (report: Report) => (await import('./report-docx.ts')).reportDocx(report)
