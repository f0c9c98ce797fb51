// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Models;
using Rapporteur.Names;
using Rapporteur.Tests.Models;

namespace Rapporteur.Tests.Names;

public sealed class TagDecoderTests
{
    private static readonly string[] Labels = ["O", "B-PER", "I-PER", "L-PER", "U-PER", "B-ORG", "L-ORG", "U-ORG", "U-LOC", "U-MISC"];

    [Fact]
    public void The_row_is_the_best_of_all_rows_that_are_names()
        => Gen.Int[1, 4].SelectMany(n => Gen.Float[-5, 5].Array[n * 16].Select(s => (n, s))).Sample(
            t =>
            {
                (int n, float[] scores) = t;
                using var folder = new TestFolder();
                var decoder = new TagDecoder(new TinyModel().Label("names", Labels).Add("names.transition", "f32", new float[Labels.Length * Labels.Length]).Open(folder.Root));
                var tags = new byte[n];
                decoder.Decode(scores, 16, tags);
                Assert.True(IsLegal(tags));
                float best = Rows(n).Where(IsLegal).Max(r => Sum(r, scores));
                Assert.Equal(best, Sum(tags, scores), 1e-3);
            },
            iter: 60);

    [Fact]
    public void A_label_that_is_no_tag_is_refused()
    {
        using var folder = new TestFolder();
        ModelFile model = new TinyModel().Label("names", "O", "B-THING").Add("names.transition", "f32", new float[4]).Open(folder.Root);
        Assert.Contains("B-THING is no tag of a name", Assert.Throws<ModelException>(() => new TagDecoder(model)).Message, StringComparison.Ordinal);
    }

    private static float Sum(byte[] tags, float[] scores) => tags.Select((tag, i) => scores[(i * 16) + tag]).Sum();

    private static IEnumerable<byte[]> Rows(int n)
    {
        int all = (int)Math.Pow(Labels.Length, n);
        for (int code = 0; code < all; code++)
        {
            var row = new byte[n];
            for (int i = 0, rest = code; i < n; i++, rest /= Labels.Length) row[i] = (byte)(rest % Labels.Length);
            yield return row;
        }
    }

    private static bool IsLegal(byte[] tags)
    {
        string open = "";
        foreach (string label in tags.Select(t => Labels[t]))
        {
            bool goesOn = label[0] is 'I' or 'L';
            if (goesOn ? label[2..] != open : open.Length > 0) return false;
            open = label[0] is 'B' or 'I' ? label[2..] : "";
        }

        return open.Length == 0;
    }
}
