export { CompiledMessages } from './compiled_messages.ts'
export { defineConfig, type AdminConfig } from './config.ts'
export { breakdown, number, table, trend, type Widget } from './dashboard/widget.ts'
export { resumeImpersonation } from './impersonation/resume_impersonation.ts'
