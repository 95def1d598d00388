/** Where the panel's menu lists them. */
export const COURSES_GROUP = { en: 'Courses', id: 'Kursus' }
