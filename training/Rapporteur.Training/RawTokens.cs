// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;
using Rapporteur.Tokens;

namespace Rapporteur.Training;

/// <summary>Cuts raw text into the words and sentences that the reader would see, for pre-training.</summary>
internal static class RawTokens
{
    /// <summary>A paragraph a line in; a paragraph a line out, empty lines kept.</summary>
    public static int Run(TextReader input, TextWriter output)
    {
        var sentences = new SentenceFinder(Abbreviations.Default);
        while (input.ReadLine() is { } line)
        {
            var rest = new TextSpan(0, line.Length);
            for (bool first = true; sentences.Next(line, rest) is { IsEmpty: false } sentence; first = false)
            {
                if (!first) output.Write('\t');
                WriteTokens(line, sentence, output);
                rest = new(sentence.End, line.Length);
            }

            output.WriteLine();
        }

        output.Flush();
        return 0;
    }

    private static void WriteTokens(string line, TextSpan sentence, TextWriter output)
    {
        var scanner = new TokenScanner(line, sentence);
        bool first = true;
        while (scanner.Next() is { IsEmpty: false } token)
        {
            if (!first) output.Write(' ');
            first = false;
            foreach (char c in line.AsSpan(token.Start, token.Length)) output.Write(char.IsWhiteSpace(c) ? '_' : c);
        }
    }
}
