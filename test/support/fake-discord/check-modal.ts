/** Purpose: what Discord takes as a dialog, and as suggestions. */
import { z } from 'zod'
import { stringSelect } from './check-message.ts'

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(words => words.trim() !== '', 'BASE_TYPE_REQUIRED')
const input = z.strictObject({
  type: z.literal(4),
  custom_id: text(100),
  style: z.union([z.literal(1), z.literal(2)]),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
  required: z.boolean().optional(),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
})
const userSelect = z.strictObject({
  type: z.literal(5),
  custom_id: text(100),
  required: z.boolean().optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  default_values: z.array(z.strictObject({ id: z.string().regex(/^\d{17,20}$/), type: z.literal('user') })).optional(),
})
const label = z.strictObject({
  type: z.literal(18),
  label: text(45),
  description: text(100).optional(),
  component: z.union([input, stringSelect.extend({ required: z.boolean().optional() }), userSelect]),
})
export const modal = z
  .strictObject({ custom_id: text(100), title: text(45), components: z.array(label).min(1).max(5) })
  .refine(({ components }) => new Set(components.map(({ component }) => component.custom_id)).size === components.length, 'custom_id twice')
  .refine(
    ({ components }) =>
      components.every(({ component: part }) => part.type !== 4 || (part.value ?? '').length <= (part.max_length ?? 4000)),
    'a value longer than its max_length',
  )
export type FakeModal = z.infer<typeof modal>

export const suggestions = z.strictObject({
  choices: z.array(z.strictObject({ name: text(100), value: text(100) })).max(25),
})
export type FakeSuggestions = z.infer<typeof suggestions>['choices']
