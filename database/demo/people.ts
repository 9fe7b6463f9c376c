type DemoPerson = {
  username: string
  role?: string
  bio: string
  image: string | null
  follows: string[]
}

/**
 * The people of the demo. The first one can be signed in as with the password below, and so can
 * the others. Those with a role may use the admin.
 */
export const people: DemoPerson[] = [
  {
    username: 'mira',
    role: 'administrator',
    bio: 'Edits other people’s texts by day and her own by night. Keeps this hall tidy.',
    image: '/avatars/mira.svg',
    follows: ['tobias', 'yuki', 'ines', 'noor'],
  },
  {
    username: 'tobias',
    bio: 'Looks after databases. Restores backups for fun, and makes them for a living.',
    image: '/avatars/tobias.svg',
    follows: ['mira', 'leon', 'yuki'],
  },
  {
    username: 'yuki',
    role: 'author',
    bio: 'Web developer. Navigates by keyboard and runs on coffee.',
    image: '/avatars/yuki.svg',
    follows: ['mira', 'leon', 'tobias', 'amara'],
  },
  {
    username: 'amara',
    bio: 'Bakes, grows, writes it down.',
    image: '/avatars/amara.svg',
    follows: ['noor', 'ines'],
  },
  {
    username: 'leon',
    role: 'editor',
    bio: 'Programs, and thinks about the names of things for longer than he admits.',
    image: null,
    follows: ['tobias', 'mira'],
  },
  {
    username: 'ines',
    bio: 'Wood, lead type, bicycles: anything that can be taken apart and put together again.',
    image: null,
    follows: ['mira', 'oskar', 'amara'],
  },
  {
    username: 'oskar',
    bio: 'Travels slowly and writes letters on the way.',
    image: null,
    follows: ['noor', 'mira', 'ines'],
  },
  {
    username: 'noor',
    bio: 'City dweller with an eye on the sky.',
    image: null,
    follows: ['oskar', 'amara', 'mira'],
  },
]

export const DEMO_PASSWORD = 'password123'

/**
 * The address that a person of the demo signs in with. Mail to it goes nowhere.
 */
export function emailOf({ username }: { username: string }) {
  return `${username}@example.com`
}
