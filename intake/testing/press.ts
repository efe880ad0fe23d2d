/**
 * More sentences as the press writes them, in the form of `PHRASES`: what blind rounds of news of the usual shape had missed,
 * one or two for each class of language.
 */
export const PRESS: { readonly [family: string]: readonly (readonly [string, ...string[]])[] } = {
  names: [
    ["Verizon sells the Samsung Note 7.", "note7 vzw carried"],
    [
      "T-Mobile, the No. 3 U.S. carrier, said it was suspending all sales of the Galaxy Note 7.",
      "note7 tmo paused",
    ],
    ["Wind Mobile has said that it will sell the Pixel 3. Bell did not comment."],
    ["Rogers sells the Pixel 3. Wind Mobile has said that it will get the phone.", "pixel3 rogers carried"],
  ],
  lists: [
    [
      "Other carriers selling the Pixel 3 include Rogers, Bell and Telus.",
      "pixel3 rogers carried",
      "pixel3 bell carried",
      "pixel3 telus carried",
    ],
    ["The Pixel 3 will be sold at Reliance Digital and Verizon stores from 7 July.", "pixel3 vzw planned"],
    [
      "The Pixel 3 went on sale in Canada on Tuesday, with Rogers, Bell and Telus all reporting strong demand.",
      "pixel3 rogers carried",
      "pixel3 bell carried",
      "pixel3 telus carried",
    ],
    ["Vodafone sells the Pixel 3 in the UK and Germany.", "pixel3 voduk carried", "pixel3 vodde carried"],
    [
      "From today the Pixel 3 can be bought from Verizon, and AT&T will add it to its range on 10 July.",
      "pixel3 vzw carried",
      "pixel3 att planned",
    ],
  ],
  subjects: [
    [
      "Sprint has opted not to carry the Pixel 3 and will launch the LG Velvet in July.",
      "pixel3 sprint declined",
      "velvet sprint planned",
    ],
    [
      "The Pixel 3 launched last week, and it's available from Verizon and AT&T.",
      "pixel3 vzw carried",
      "pixel3 att carried",
    ],
    ["EE will launch its own 5G service in July. The Pixel 3 is not mentioned."],
    ["I've carried the Pixel 3 for three weeks, mostly on T-Mobile's network."],
    ["Verizon sells the Pixel 3. Android 12 will be released for the phone in August.", "pixel3 vzw carried"],
    [
      "The Pixel 3, until now sold only through Verizon, would become available unlocked.",
      "pixel3 vzw carried",
    ],
    ["Telstra is still selling the Galaxy Note 7's successor."],
    [
      "Verizon and T-Mobile were left out of the launch of the Surface Duo. Neither carrier plans to sell the device. The unlocked version sold by Best Buy will work on both networks.",
      "duo bestbuy carried",
      "duo vzw retail-only",
      "duo tmo retail-only",
    ],
  ],
  times: [
    [
      "The Pixel 3 will be sold by T-Mobile and Sprint, starting immediately.",
      "pixel3 tmo carried",
      "pixel3 sprint carried",
    ],
    [
      "The Pixel 3 goes on general sale on 28 June. Verizon and AT&T are taking orders for it.",
      "pixel3 vzw planned",
      "pixel3 att planned",
    ],
    ["The Pixel 3 can be preordered beginning today from AT&T.", "pixel3 att planned"],
    [
      "Verizon will begin selling the Pixel 3 on 10 July. Verizon turned down a chance to carry the Pixel 3 years ago.",
      "pixel3 vzw planned",
    ],
    ["Verizon sold last year's Pixel 3.", "pixel3 vzw carried"],
  ],
  plans: [
    ["AT&T and Verizon have both committed to the Pixel 3.", "pixel3 att planned", "pixel3 vzw planned"],
    ["Telstra has tied up with Google to sell the Pixel 3.", "pixel3 telstra planned"],
    ["AT&T said it would stop issuing new Galaxy Note 7 phones.", "note7 att paused/withdrawn"],
  ],
};
