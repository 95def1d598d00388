import type { Said } from '@/lib/panel/said'

import type { Danger } from './redFlags'

/** Comes first, whatever the danger is. */
export const CALL: Said = {
  id: '**Ini bisa keadaan darurat. Telepon 119 (ambulans) sekarang, atau segera ke IGD rumah sakit terdekat.** Jangan menunggu jawaban di sini.',
  en: '**This may be an emergency. Call 119 (ambulance) now, or go to the nearest emergency department at once.** Do not wait for an answer here.',
}

/** Said instead of `CALL` to somebody who thinks of self-harm; Indonesia's line for it is 119, extension 8. */
export const GENTLE: Said = {
  id: 'Terima kasih sudah menceritakannya. Apa yang Anda rasakan penting, dan Anda tidak harus menanggungnya sendirian.\n\n**Bila Anda dalam bahaya sekarang, telepon 119 atau pergi ke IGD terdekat. Untuk berbicara dengan konselor kesehatan jiwa, telepon 119 ext. 8.**\n\nBila bisa, hubungi seseorang yang Anda percaya dan minta ditemani, dan jauhkan benda atau obat yang bisa membahayakan Anda.',
  en: 'Thank you for telling me. What you feel matters, and you do not have to carry it alone.\n\n**If you are in danger now, call 119 or go to the nearest emergency department. To talk to a mental health counsellor in Indonesia, call 119 ext. 8.**\n\nIf you can, reach out to someone you trust and ask them to stay with you, and put away whatever could harm you.',
}

/** What to do until help is there; null: nothing but to call. */
export const FIRST_AID: Record<Danger, Said | null> = {
  selfHarm: null,
  infection: null,
  heart: {
    id: 'Duduk atau berbaring dengan nyaman, jangan beraktivitas dan jangan menyetir sendiri; minta seseorang menemani.',
    en: 'Sit or lie down comfortably, rest, do not drive yourself; ask someone to stay with you.',
  },
  stroke: {
    id: 'Catat jam mulainya gejala dan sampaikan kepada petugas. Jangan memberi makan, minum atau obat.',
    en: 'Note the time when it began and tell the crew. Give no food, drink or medicine.',
  },
  breathing: {
    id: 'Duduk tegak dan longgarkan pakaian. Bila tersedak dan tidak bisa batuk atau bicara, minta orang di sekitar segera menolong.',
    en: 'Sit upright and loosen tight clothes. When choking and unable to cough or speak, get help from those around at once.',
  },
  bleeding: {
    id: 'Bila ada luka, tekan kuat dengan kain bersih dan jangan dilepas-lepas sampai bantuan datang.',
    en: 'Press firmly on a wound with a clean cloth, and keep pressing until help comes.',
  },
  poisoning: {
    id: 'Jangan memaksa muntah. Simpan kemasan atau sisa obatnya dan bawa ke IGD.',
    en: 'Do not force vomiting. Keep the package or what is left, and take it along.',
  },
  anaphylaxis: {
    id: 'Hentikan makanan atau obat yang memicu. Bila punya suntikan epinefrin (auto-injector) dari dokter, pakai sekarang.',
    en: 'Stop the food or medicine that caused it. Use a prescribed epinephrine auto-injector now, if there is one.',
  },
  seizure: {
    id: 'Miringkan badannya, jauhkan benda keras, jangan memasukkan apa pun ke mulut, dan catat berapa lama kejangnya.',
    en: 'Turn the person on the side, move hard things away, put nothing into the mouth, and note how long it lasts.',
  },
  unconscious: {
    id: 'Periksa napasnya. Bila tidak bernapas, mulai tekan dada (RJP); petugas 119 dapat memandu lewat telepon. Bila bernapas, miringkan badannya.',
    en: 'Check the breathing. Without it, begin chest compressions (CPR); 119 can guide you. With it, turn the person on the side.',
  },
  pregnancy: {
    id: 'Berbaring miring ke kiri, jangan memasukkan apa pun ke vagina, dan segera ke IGD atau kamar bersalin.',
    en: 'Lie on your left side, insert nothing into the vagina, and go to an emergency department or a delivery ward at once.',
  },
  infant: {
    id: 'Demam (38 °C ke atas), lemas atau tidak mau menyusu pada bayi di bawah tiga bulan harus segera diperiksa di IGD. Jangan memberi obat tanpa dokter; tawarkan ASI.',
    en: 'Fever (38 °C or more), limpness or refusing to feed in a baby under three months must be seen at an emergency department at once. Give no medicine without a doctor; offer breast milk.',
  },
  injury: {
    id: 'Pastikan tempatnya aman, matikan sumber listrik atau api bila ada, dan jangan memindahkan korban kecuali terancam bahaya. Dinginkan luka bakar dengan air mengalir.',
    en: 'Make sure that the place is safe, switch off power or fire, and do not move the person unless in danger. Cool burns with running water.',
  },
}

/** Before the doctors who are on duty. */
export const DOCTORS: Said = {
  id: 'Setelah bantuan darurat dihubungi, Anda juga dapat berkonsultasi dengan dokter yang sedang praktik:',
  en: 'Once emergency help is on its way, these doctors are on duty and can be consulted:',
}
