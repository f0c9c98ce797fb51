// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Fuzz.Made;

/// <summary>Mails: a newsletter, a press release with a document attached, an answer that quotes one.</summary>
public static class MadeMail
{
    /// <summary>A newsletter in HTML and, badly, in plain text.</summary>
    public static byte[] Newsletter() => Bytes("""
        Return-Path: <bounce@strait.example>
        From: =?utf-8?q?The_Strait_Weekly?= <news@strait.example>
        To: readers@strait.example
        Subject: =?utf-8?B?VGhlIHdlZWs6IGZlcnJ5IGZhcmVzIOKAkyBhbmQgYSByZXNpZ25hdGlvbg==?=
        Date: Fri, 22 Mar 2024 07:00:00 +0100
        Message-ID: <12@strait.example>
        List-Unsubscribe: <https://strait.example/stop>
        Archived-At: <https://strait.example/weekly/12>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b1"

        --b1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        FERRY FARES TO DOUBLE
        Transport minister Ilya Brenn said fares would double in May. https://strait.example/c?x=1
        Harbor master Kai Dahl resigned.
        --b1
        Content-Type: text/html; charset=windows-1252
        Content-Transfer-Encoding: quoted-printable

        <html><body><div style=3D"display:none">Fares double</div><table><tr><td><h2>Ferry fares to double</h2>
        <p>Transport minister Ilya Brenn said fares would double in May. =93Nobody asked the islands,=94 mayor Tove Lind said.</p></td></tr>
        <tr><td><h2>Harbor master resigns</h2><p>Harbor master Kai Dahl resigned on Thursday, a year before his term ends.</p></td></tr>
        <tr><td><p>You are receiving this email because you signed up. <a href=3D"https://strait.example/stop">Unsubscribe</a></p></td></tr></table></body></html>
        --b1--

        """);

    /// <summary>A press release in plain text, with a Word file and a picture attached.</summary>
    public static byte[] Release() => Release("Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document", "dam.docx", MadeDocuments.Docx());

    /// <summary>A press release with a file attached.</summary>
    public static byte[] Release(string type, string file, byte[] content) => Bytes($"""
        Received: from mx.ministry.example by mail.example; Thu, 2 May 2024 09:00:01 +0000
        From: "Press office, Water Ministry" <press@ministry.example>
        To: desk@ledger.example
        Subject: Dam at Kesh put off
        Date: Thu, 2 May 2024 09:00:00 +0000
        Message-ID: <77@ministry.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b2"

        --b2
        Content-Type: text/plain; charset=utf-8; format=flowed
        Content-Transfer-Encoding: 8bit

        Water minister Dora Halvi announced today that the dam at 
        Kesh would be put off until June.

        - The council of Kesh welcomed it.
        - The builders’ union condemned it.

        -- 
        Press office
        Water Ministry, Kesh
        --b2
        {type}
        Content-Disposition: attachment; filename="{file}"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}
        --b2
        Content-Type: image/png
        Content-Disposition: attachment; filename="dam.png"
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --b2--

        """);

    /// <summary>A mailbox of a short mail and an answer that quotes it.</summary>
    public static byte[] Mailbox() => Bytes("""
        From ana@ledger.example Mon May  6 10:00:00 2024
        From: Ana Ruiz <ana@ledger.example>
        To: ben@ledger.example
        Subject: Lakeside
        Date: Mon, 6 May 2024 10:00:00 +0200
        Message-ID: <1@ledger.example>

        The mayor of Lakeside resigned this morning, his office said. The
        council will meet tonight.

        >From what the clerk told me, nobody had expected it.

        From ben@ledger.example Mon May  6 10:30:00 2024
        From: Ben Okoye <ben@ledger.example>
        To: ana@ledger.example
        Subject: Re: Lakeside
        Date: Mon, 6 May 2024 10:30:00 +0200
        Message-ID: <2@ledger.example>
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        The council called off its meeting, the clerk Ren=E9 Paul told me.

        On Mon, 6 May 2024 at 10:00, Ana Ruiz <ana@ledger.example> wrote:
        > The mayor of Lakeside resigned this morning, his office said. The
        > council will meet tonight.

        --=20
        Ben Okoye

        """);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
