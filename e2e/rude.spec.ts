import { expect, test } from "@playwright/test";

/** What a program may send that no page of ours would (docs/promises.md, Bad input). */

const NO_ACTION = "40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const form = { "content-type": "multipart/form-data; boundary=x" };
const DEVICE = "/devices/huawei-mate-10-pro";

const CALLS: [name: string, headers: Record<string, string>, body: string][] = [
  ["an unknown action", { "next-action": NO_ACTION, "content-type": "text/plain" }, "[]"],
  ["an action whose id is no id", { "next-action": "../../x" }, "a=1"],
  ["a form that is cut short", form, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
  ["a form of garbage", form, "garbage"],
  [
    "an unknown action in a form",
    form,
    `--x\r\nContent-Disposition: form-data; name="$ACTION_ID_${NO_ACTION}"\r\n\r\n\r\n--x--\r\n`,
  ],
  [
    "an action whose arguments are garbage",
    form,
    '--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{{{\r\n--x--\r\n',
  ],
];

for (const [name, headers, data] of CALLS) {
  test(`${name} is refused at once`, async ({ request, baseURL }) => {
    const began = Date.now();
    const response = await request.post("/sign-in", { headers: { origin: baseURL ?? "", ...headers }, data });
    expect([400, 404, 415]).toContain(response.status());
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await response.text()).not.toMatch(/at \w+ \(|node_modules|\.tsx?\b/);
  });
}

const HEADERS: Record<string, string>[] = [
  { rsc: "1", "next-router-state-tree": "%5B%5D" },
  { rsc: "1", "next-router-state-tree": "{{{" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/nowhere" },
  { rsc: "garbage", "next-url": "//elsewhere.example" },
  { "x-middleware-subrequest": "src/middleware:middleware", "x-forwarded-host": "elsewhere.example" },
  { "x-matched-path": "/people", "x-invoke-path": "/people", "x-nextjs-data": "1" },
];
for (const headers of HEADERS) {
  test(`router headers from outside change nothing: ${JSON.stringify(headers)}`, async ({ request }) => {
    const response = await request.get(DEVICE, { headers, maxRedirects: 0 });
    expect(response.status()).toBeLessThan(500);
    expect(response.headers().location ?? "").not.toContain("elsewhere");
    expect(await response.text()).not.toContain("elsewhere.example");
  });
}

test("a form that another site sends is refused, whichever page it is sent to", async ({ request }) => {
  for (const origin of ["https://elsewhere.example", "null", undefined]) {
    const response = await request.post(DEVICE, { headers: origin ? { origin } : {}, form: { a: "1" } });
    expect(response.status()).toBe(403);
  }
});
