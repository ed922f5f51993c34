import { describe, expect, it } from "vitest";
import { pdfBytes } from "../../test/posts.ts";
import { docxBytes, zipBytes } from "../../test/zips.ts";
import { checkFile, MAX_FILE_BYTES, safeName } from "./check-file.ts";

const why = async (bytes: Uint8Array, name = "cv.pdf") => {
  const { denial } = await checkFile(bytes, name);
  return denial?.facts ?? null;
};
const text = (words: string) => Buffer.from(words, "utf8");

describe("checkFile", () => {
  it("takes a PDF and a DOCX by their content, whatever they are called", async () => {
    expect((await checkFile(pdfBytes(), "cv.exe")).file).toEqual({
      mediaType: "application/pdf",
      name: "cv.pdf",
    });
    expect((await checkFile(docxBytes(), "my.cv.docx")).file).toEqual({
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      name: "my.cv.docx",
    });
  });

  it.each([
    ["a text called .pdf", text("Dear team, this is my CV."), "type"],
    ["HTML called .pdf", text("<!doctype html><script>alert(1)</script>"), "type"],
    ["HTML with a PDF's head further down", text("<html><!-- %PDF-1.4 --></html>"), "type"],
    ["a PDF's head on HTML", text("%PDF-1.4\n<html><script>alert(1)</script></html>"), "type"],
    ["an SVG", text(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "type"],
    ["a program", Buffer.from("\u007fELF\u0002\u0001\u0001", "latin1"), "type"],
    ["any zip", zipBytes({ "a.txt": "x" }), "type"],
    ["a zip that names its types and holds none", zipBytes({ "[Content_Types].xml": "" }), "type"],
    ["a document with macros", docxBytes({ macros: true }), "macros"],
    ["nothing", Buffer.alloc(0), "empty"],
    ["11 MB", Buffer.concat([pdfBytes(), Buffer.alloc(11 * 1024 * 1024)]), "size"],
    ["one byte too many", Buffer.concat([pdfBytes(), Buffer.alloc(MAX_FILE_BYTES)]), "size"],
  ])("refuses %s", async (_name, bytes, expected) => {
    expect(await why(bytes)).toEqual({ why: expected });
  });

  it("does not choke on broken zips", async () => {
    const whole = docxBytes();
    for (let length = 4; length < whole.length; length += 7) {
      expect(await why(whole.subarray(0, length))).toEqual({ why: "type" });
    }
  });

  it("unpacks no more of a list of types than it may have", async () => {
    const bomb = zipBytes({ "[Content_Types].xml": "a".repeat(20 * 1024 * 1024) });
    expect(await why(bomb)).toEqual({ why: "type" });
  });
});

describe("safeName", () => {
  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\me\\cv.pdf", "cv.pdf"],
    ["cv\u202efdp.exe", "cvfdp.pdf"],
    ['a"b\r\nSet-Cookie: x.pdf', "abSet-Cookie x.pdf"],
    ["....pdf", "file.pdf"],
    ["", "file.pdf"],
    ["Lebenslauf Müller.PDF", "Lebenslauf Müller.pdf"],
    ["x".repeat(300), `${"x".repeat(100)}.pdf`],
  ])("makes %j harmless", (sent, expected) => {
    expect(safeName(sent, ".pdf")).toBe(expected);
  });
});
