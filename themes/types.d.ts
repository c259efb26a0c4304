// What the scripts of the theme hand to each other and to their pages, for tsc.
interface Window {
  /** The day the site was built, as 2027-02-15. */
  mappeBuilt?: string;
  mappeBytes: any;
  mappeGuess: any;
  mappeInflate: (input: Uint8Array, at: number) => Uint8Array;
  mappeParts: any;
  mappeSearch: any;
}
