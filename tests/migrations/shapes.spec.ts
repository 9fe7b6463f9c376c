import { shapes } from './cases/shapes.ts'
import { testCases } from './test_cases.ts'

testCases('Relations, keys, functions, triggers and views change', shapes)
