import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { curriculumVitae } from "@rubric/api/demo/cv";
import { choose, fillDay } from "./fields.ts";
import { linkIn, mailTo } from "./mail.ts";
import { pageOf } from "./people.ts";
import {
  advance,
  daysFromNow,
  decideFor,
  joinByMail,
  PASSWORD,
  pickGrounds,
  rate,
  schedule,
  sendInvitation,
} from "./steps.ts";
import { test } from "./test.ts";

test("a person is hired, from the first sign-up to the accepted offer", async ({ browser }) => {
  test.setTimeout(240_000);
  const tail = randomBytes(4).toString("hex");
  const slug = `harbour-${tail}`;
  const address = (name: string) => `${name}@${slug}.test`;
  const admin = await pageOf(browser);

  await test.step("the admin creates the organization", async () => {
    await admin.goto("/sign-up");
    await admin.getByLabel("Organization").fill(`Harbour ${tail}`);
    await expect(admin.getByLabel("Address")).toHaveValue(slug);
    await admin.getByLabel("Your name").fill("Ada Lindqvist");
    await admin.getByLabel("Your e-mail").fill(address("ada"));
    await admin.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await admin.getByRole("button", { name: "Create the organization" }).click();
    await expect(admin).toHaveURL(`/o/${slug}`);
  });

  const people = await test.step("the team joins by e-mail", async () => {
    await admin.goto(`/o/${slug}/settings/members`);
    const team = {
      recruiter: { name: "Rosa Vega", email: address("rosa"), roles: ["Recruiter"] },
      manager: { name: "Mara Holm", email: address("mara"), roles: ["Hiring manager"] },
      first: { name: "Ines Duarte", email: address("ines"), roles: ["Interviewer"] },
      second: { name: "Igor Blum", email: address("igor"), roles: ["Interviewer"] },
      approver: { name: "Abel Okoro", email: address("abel"), roles: ["Manager of engineers"] },
    };
    for (const colleague of Object.values(team)) await sendInvitation(admin, colleague);
    return {
      recruiter: await joinByMail(browser, team.recruiter),
      manager: await joinByMail(browser, team.manager),
      first: await joinByMail(browser, team.first),
      second: await joinByMail(browser, team.second),
      approver: await joinByMail(browser, team.approver),
    };
  });

  const jobPath = await test.step("recruiter and hiring manager write the job", async () => {
    const { recruiter, manager } = people;
    await recruiter.goto(`/o/${slug}/jobs/new`);
    await recruiter.getByLabel("Title").fill("Backend Engineer");
    await recruiter.getByLabel("Team").fill("Payments");
    await choose(recruiter, "Places", "Berlin");
    await recruiter.keyboard.press("Escape");
    await choose(recruiter, "Hiring manager", "Mara Holm");
    await recruiter.getByRole("button", { name: "Create the draft" }).click();
    await expect(recruiter).toHaveURL(/\/jobs\/[0-9a-f-]+\/rubric$/);
    await recruiter.getByRole("checkbox", { name: /personal or secret data/ }).check();
    const path = new URL(recruiter.url()).pathname.replace("/rubric", "");

    await manager.goto(`${path}/rubric`);
    await manager.getByRole("checkbox", { name: /read and change several tables/ }).check();
    await expect(manager.getByText("Data protection and audit").first()).toBeVisible();
    await manager.getByRole("button", { name: "Use this proposal" }).click();
    await manager.getByRole("button", { name: "Save the draft" }).click();
    await manager.getByRole("button", { name: /Put version 1 into force/ }).click();
    await manager.getByRole("button", { name: "Put it into force" }).click();
    await expect(manager.getByText(/Version 1 (came into|is in) force/).first()).toBeVisible();
    return path;
  });

  await test.step("the recruiter opens it and publishes the post", async () => {
    const { recruiter } = people;
    await recruiter.goto(`${jobPath}/team`);
    await choose(recruiter, "Interviewers", "Ines Duarte");
    await choose(recruiter, "Interviewers", "Igor Blum");
    await recruiter.keyboard.press("Escape");
    await recruiter.getByRole("button", { name: "Save the team" }).click();
    await recruiter.getByRole("button", { name: "Open the job" }).click();
    await recruiter.getByRole("button", { name: "Open it" }).click();
    await expect(recruiter.getByText("Open", { exact: true }).first()).toBeVisible();

    await recruiter.goto(`${jobPath}/posts`);
    await recruiter
      .getByLabel("Text", { exact: true })
      .fill("You own the rules of our ledger.\n\nWe are six.");
    await recruiter.getByLabel("Pay from, a year").fill("60000");
    await recruiter.getByLabel("Pay to, a year").fill("80000");
    await fillDay(recruiter, "Last day to apply", daysFromNow(20));
    await recruiter.getByRole("button", { name: "Add a question" }).click();
    await recruiter.getByLabel("Question 1", { exact: true }).fill("What have you built?");
    await recruiter.getByRole("checkbox", { name: "Required" }).check();
    await recruiter.getByRole("button", { name: "Save the draft" }).click();
    await recruiter.getByRole("button", { name: "Publish…" }).click();
    await recruiter.getByRole("button", { name: "Publish it" }).click();
    await expect(recruiter.getByRole("link", { name: /See it as candidates do/ })).toBeVisible();
  });

  const candidate = await test.step("a candidate applies with a CV", async () => {
    const page = await pageOf(browser);
    await page.goto(`/${slug}/jobs`);
    await page.getByRole("link", { name: /Backend Engineer/ }).click();
    await expect(page.getByText("You own the rules of our ledger.")).toBeVisible();
    await page.getByLabel("Your name").fill("Casey Winter");
    await page.getByLabel("E-mail", { exact: true }).fill(address("casey"));
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose a file" }).click(),
    ]);
    const person = {
      name: "Casey Winter",
      email: "",
      headline: "Backend engineer",
      location: "Berlin",
    };
    await chooser.setFiles({
      name: "casey-winter.pdf",
      mimeType: "application/pdf",
      buffer: curriculumVitae(person, 6),
    });
    await expect(page.getByText("casey-winter.pdf")).toBeVisible();
    await page.getByLabel("What have you built?").fill("A ledger that three shops still use.");
    await page.getByRole("button", { name: "Send application" }).click();
    await expect(page.getByRole("heading", { name: /Your application has arrived/ })).toBeVisible();
    await page.goto(linkIn(await mailTo(address("casey"), "Your application"), "/me/"));
    await expect(page.getByText("Backend Engineer").first()).toBeVisible();
    return page;
  });

  const applicationPath = await test.step("the manager takes the application on", async () => {
    const { manager, recruiter } = people;
    await recruiter.goto(jobPath);
    await recruiter
      .getByRole("link", { name: /Casey Winter/ })
      .first()
      .click();
    await expect(recruiter).toHaveURL(/\/applications\//);
    await expect(recruiter.getByRole("link", { name: /casey-winter.pdf/ })).toBeVisible();
    const path = new URL(recruiter.url()).pathname;
    await manager.goto(path);
    await manager.getByRole("link", { name: "Decide", exact: true }).click();
    await manager.getByLabel("The requirement of the post it rests on").fill("Has owned a ledger.");
    await advance(manager, "First conversation");
    return path;
  });

  await test.step("the first conversation is scheduled, held and judged", async () => {
    const kit = await schedule(
      people.recruiter,
      applicationPath,
      "First conversation",
      "Ines Duarte",
    );
    await expect(candidate.getByText("Backend Engineer").first()).toBeVisible();
    await candidate.reload();
    await expect(candidate.getByText("Ines Duarte").first()).toBeVisible();
    await rate(people.first, kit);
    await people.manager.goto(`${applicationPath}/debrief`);
    await pickGrounds(people.manager, ["Domain modelling"]);
    await advance(people.manager, "Interviews");
  });

  await test.step("both interviews of the loop are held, and the debrief", async () => {
    const { recruiter, manager, first, second } = people;
    const rules = await schedule(recruiter, applicationPath, "Business rules", "Igor Blum");
    const security = await schedule(recruiter, applicationPath, "Security", "Ines Duarte");
    await rate(second, rules);
    await manager.goto(`${applicationPath}/debrief`);
    await expect(manager.getByRole("button", { name: "Open the debrief" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await rate(first, security);
    await manager.reload();
    await manager.getByRole("button", { name: "Open the debrief" }).click();
    await manager.getByLabel("What was said, and what tipped the balance").fill("We agree.");
    await manager.keyboard.press("Control+Enter");
    await expect(manager.getByText(/^Saved/).first()).toBeVisible();
    await manager.getByRole("button", { name: "Close the debrief" }).click();
    await manager.getByRole("button", { name: "Close it" }).click();
    await pickGrounds(manager, ["Domain modelling", "Data protection and audit"]);
    await decideFor(manager, /Make an offer/);
  });

  await test.step("the offer is written, approved by another, and sent", async () => {
    const { recruiter, approver } = people;
    await recruiter.goto(`${applicationPath}/offer`);
    await fillDay(recruiter, "Starts on", daysFromNow(60));
    await choose(recruiter, "Approver", "Abel Okoro");
    await recruiter.getByRole("button", { name: "Ask for approval" }).click();
    await expect(recruiter.getByText(/pending|waits/i).first()).toBeVisible();
    await approver.goto(linkIn(await mailTo(address("abel"), "To approve"), "/o/"));
    await approver.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(approver.getByText(/Approved/).first()).toBeVisible();
    await recruiter.reload();
    await recruiter.getByRole("button", { name: "Send it" }).click();
    await recruiter.getByRole("dialog").getByRole("button", { name: "Send it" }).click();
    await expect(recruiter.getByRole("dialog")).toBeHidden();
  });

  await test.step("the candidate accepts, and is hired", async () => {
    await candidate.goto(linkIn(await mailTo(address("casey"), "Our offer"), "/me/"));
    await candidate.getByRole("button", { name: "Accept the offer" }).click();
    await candidate.getByRole("button", { name: "Yes, I accept" }).click();
    await expect(candidate.getByText("You accepted this offer", { exact: false })).toBeVisible();
    await people.recruiter.goto(applicationPath);
    await expect(people.recruiter.getByText("Hired").first()).toBeVisible();
    await people.recruiter.goto(`${jobPath}/team`);
    await expect(people.recruiter.getByText("1 of 1 filled", { exact: false })).toBeVisible();
    await mailTo(address("rosa"), "Answer to the offer");
  });
});
