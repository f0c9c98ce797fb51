// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Encoders;
using Rapporteur.Models;

namespace Rapporteur.Tests.Encoders;

public sealed class WordFeaturesTests
{
    /// <summary>The file is written by training/language/export.py, from the code that the model was trained with.</summary>
    [Fact]
    public void The_program_sees_of_a_word_what_training_saw()
    {
        var features = new WordFeatures(LanguageModel.Default.File);
        Span<int> rows = stackalloc int[WordFeatures.MostRows];
        int lines = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Encoders", "features.tsv")))
        {
            string[] part = line.Split('\t');
            int count = features.Write(part[0], noSpace: false, rows);
            Assert.Equal(part[1], string.Join(' ', rows[..count].ToArray()));
            lines++;
        }

        Assert.True(lines > 20);
    }

    [Fact]
    public void Every_row_lies_in_the_table()
    {
        var features = new WordFeatures(LanguageModel.Default.File);
        Span<int> rows = stackalloc int[WordFeatures.MostRows];
        foreach (string word in (string[])["", "a", "The", new string('x', 10_000), "\ud800", "🙂🙂🙂", "İİİ", "\0"])
        {
            int count = features.Write(word, noSpace: true, rows);
            foreach (int row in rows[..count]) Assert.InRange(row, 0, features.TableRows - 1);
        }
    }
}
