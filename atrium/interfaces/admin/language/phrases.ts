/**
 * The sentences that resources and the admin say in English, whose translations are the texts
 * `phrases.<name>` of a language. What stands in braces is said as it is, or as a phrase of its own;
 * `{resource}` and `{action}` are names, said as labels.
 */
export const phrases: Record<string, string> = {
  // Refusals
  unknown_resource: 'There is no resource "{name}"',
  unknown_relation: 'The resource "{resource}" has no relation "{name}" to another resource',
  row_not_found: 'There is no such {label}, or you may not see it',
  not_allowed: 'You may not {action} {resource}',
  bad_cursor: 'This page of the list is not known. Start again at the first one',
  bad_sort: 'The list cannot be sorted by "{name}"',
  bad_offset:
    'A list cannot begin at row {offset}. It skips up to {furthest} rows, without a cursor',
  too_slow: 'Summing up "{resource}" takes more than {time} ms. Narrow the rows down with a filter',
  unknown_name: '"{resource}" has no field or relation "{name}" that you may see',
  unknown_action: '"{resource}" has no action "{name}". It has {known}',
  unknown_role: 'There is no role "{name}". There are {known}',
  unknown_user: 'There is no user "{text}". Name them by their key, username or email',
  not_in_history: 'The history does not say what {what} was',
  this_row: 'this {label}',
  nothing_to_undo: 'There is nothing to undo: the history has no changes of this operation',
  cannot_come_back: 'This {label} cannot come back: {problem}',
  changed_since:
    'This {label} was changed again since. Look at its history and restore what you want to have back',
  history_age:
    '"{text}" is no age. Write 90d for days, 12w for weeks, 6m for months or 2y for years',
  no_history:
    'The history has no entries of a table "{table}". Write its name as the database has it',
  run_taken: 'The run {id} was taken over by another process',
  run_without_actor: 'The run cannot go on: there is no user "{user}" any more, whom it worked for',
  no_rows_chosen: 'No rows were chosen. Give a selection, or keys',
  row_in_use: 'This {label} is still used by {users}. Change or delete those first',
  other_rows: 'rows of another kind',
  action_not_offered:
    '"{name}" cannot be done with this {label}: it is for those where {condition}',
  action_place: '"{name}" {problem}',
  not_with_several: 'cannot be done with several rows at once',
  stale_row:
    '{label} {key} was changed or deleted since it was read. Read it again, and make the change anew',
  no_admin:
    'The admin is for people with a role that lets them see something there. Ask an administrator for one',
  no_cell: '"{resource}" has no field "{name}" that you may change in a list',
  no_view: 'There is no such view, or it is not yours',
  no_such_format: 'Lists are exported as one of these: {known}',
  no_impersonation: 'You cannot act as this person: {why}',
  no_import: 'This import is not there any more. Upload the file again',
  looking_only:
    'While you act as {name} you can look around here, but change nothing. Use the admin, where both names are kept, or end it first',

  // What is wrong with a field
  unknown: 'is unknown',
  read_only: 'may not be changed',
  not_added: 'may not be added',
  list_of_rows: 'must be a list of rows',
  breaks_rule: 'breaks the rule "{name}"',
  in_conflict: 'is in conflict with another one',
  not_stored: 'holds a value that cannot be stored: {problem}',
  not_json: 'is not JSON: {problem}',

  // Filters
  at: 'At {position}: {problem}',
  filter_length: 'A filter has at most {most} characters; this has {count}',
  filter_depth: 'Parentheses are at most {most} deep',
  filter_size: 'A filter has at most {most} comparisons and values',
  filter_not_closed: 'This parenthesis is never closed',
  filter_not_opened: 'This parenthesis was never opened',
  filter_quote: 'The quote {quote} is never closed',
  filter_quoted_name: 'The name of a field stands without quotes',
  filter_function_place: 'A function stands behind an operator, as in createdAt > {name}()',
  filter_no_operator: 'An operator is missing behind this name',
  filter_point: '"{path}" has a point too many',
  filter_path: 'A path has at most {most} names',
  filter_or: 'Between the values of a list stands OR',
  filter_missing: 'Something to compare or to search for is missing behind {keyword}',
  filter_no_value: 'A value is missing behind {operator}',
  filter_begins_no_value: '"{text}" begins no value. Put the value in quotes',
  filter_keyword: '{keyword} stands between comparisons. Put it in quotes to search for the word',
  filter_unexpected: '"{text}" makes no sense here. Put text that contains it in quotes',
  filter_unknown_meant:
    '"{name}" is no field of {resource} that can be filtered by. Did you mean "{meant}"?',
  filter_unknown: '"{name}" is no field of {resource} that can be filtered by',
  filter_no_search: '{resource} has no fields to search. Say in which one, as in name:garden',
  filter_no_relation: '{name} is no relation, and has no "{rest}"',
  filter_far: 'A path leads over at most {most} relations',
  filter_me: '{me} is you, and {name} is no user. Put the word in quotes to look for it',
  filter_nul: 'No text has the character 0 in it',
  filter_takes: '{name} takes {takes}, not {given}',
  filter_operators: '{name} is compared by {operators} and not by {operator}',
  filter_only_whether: 'Of {name} can only be asked whether there is a value: {example}',
  filter_one_value: '{operator} compares with one value, not with {given}',
  filter_no_function: 'There is no function {name}(). For time there are {known}',
  filter_function_nothing: '{name}() takes nothing',
  filter_function_takes: '{name}() takes {takes}',

  // What a field takes
  takes_truth: 'true or false',
  takes_one_of: 'one of {values}',
  takes_uuid: 'a UUID',
  takes_time: 'a time such as 17:30',
  takes_address: 'an address such as 10.0.0.7, or a network such as 10.0.0.0/8',
  takes_text: 'text',
  takes_whole: 'a whole number',
  takes_number: 'a number',
  takes_length: 'a length of time such as {example}',
  takes_key: 'a key',
  takes_key_such_as: 'a key such as {example}',
  takes_json: 'text, or a number behind < and >',
  takes_moment:
    'a day such as 2026-11-20, a moment such as 2026-11-20T17:30, or today(), ago("7d")',
  takes_local_moment:
    'a day such as 2026-11-20, a time such as 2026-11-20T17:30, or today(), ago("7d")',
  takes_day: 'a day such as 2026-11-20, or today(), ago("7d")',

  // Why somebody may do something
  explain_roles: 'The roles are {roles}',
  explain_member: '{role} (as everybody who is signed in)',
  explain_guest: '{role} (as everybody)',
  explain_programs: 'Rows of {resource} are made by programs only',
  explain_administrator: 'The role {role} may do everything that no policy refuses',
  explain_no_policy: '{resource} has no policy: only the role {role} may use it',
  explain_no_grant: 'None of these roles grants {action} on {resource}. {roles} would',
  explain_grant_fields: 'The role {role} grants {action} on {resource}, for the fields {fields}',
  explain_grant: 'The role {role} grants {action} on {resource}',
  explain_unlimited: 'There is no policy that limits the rows',
  explain_every_row: '{policy} lets {action} reach every row',
  explain_no_row: '{policy} lets {action} reach no row',
  explain_rows: '{policy} lets {action} reach rows where {condition}',
  explain_among: 'This row is among them',
  explain_not_among: 'This row is not among them',
  explain_allows: '{method} allows it',
  explain_refuses_because: '{method} refuses it: {words}',
  explain_refuses: '{method} refuses it',
}
