const KEY = 'sehat-desk-sound'
const CHANGED = 'sehat-desk-sound-changed'

const HERTZ = 880
const SECONDS = 0.18
const VOLUME = 0.15

/** A short tone. A browser that does not want to, before anybody has clicked, stays silent. */
export const beep = (): void => {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = HERTZ
  volume.gain.setValueAtTime(VOLUME, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS)
  tone.connect(volume).connect(audio.destination)
  tone.onended = () => void audio.close()
  tone.start()
  tone.stop(audio.currentTime + SECONDS)
}

/** Whether this browser is to be heard; kept in it, off at first. */
export const isSoundOn = (): boolean => localStorage.getItem(KEY) === 'on'

export const setSound = (isOn: boolean): void => {
  localStorage.setItem(KEY, isOn ? 'on' : 'off')
  window.dispatchEvent(new Event(CHANGED))
}

/** Tells of every change, in this tab and in others. */
export const onSoundChange = (tell: () => void): (() => void) => {
  window.addEventListener(CHANGED, tell)
  window.addEventListener('storage', tell)
  return () => {
    window.removeEventListener(CHANGED, tell)
    window.removeEventListener('storage', tell)
  }
}
