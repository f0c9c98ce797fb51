// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Fuzz;

/// <summary>Runs a target on changed copies of its seed; the same seed number gives the same changes.</summary>
public static class Mutations
{
    private static readonly byte[][] Pieces = [.. new[] { "<", ">", "</p>", "&", "&#x110000;", "\"", "'", "“", "”", "\n", "\r\n", "{", "}", "[", "]]>", "<![CDATA[", ",", ";", "\\ud800", "\0", "---\n", "🎉", "\ufeff" }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The first input on which the target throws, with what it threw; null if there is none.</summary>
    public static string? Run(string target, int seed, int runs)
    {
        FuzzTarget fuzz = FuzzTargets.All[target];
        var random = new Random(seed);
        for (int run = 0; run < runs; run++)
        {
            byte[] bytes = Mutate(fuzz.Seed, random);
            try
            {
                fuzz.Run(bytes);
            }
#pragma warning disable CA1031 // Whatever is thrown is a find.
            catch (Exception problem)
            {
                return $"{target}, run {run}: {problem.GetType().Name}: {problem.Message}\n{problem.StackTrace}\ninput (base64): {Convert.ToBase64String(bytes)}";
            }
#pragma warning restore CA1031
        }

        return null;
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        for (int changes = random.Next(1, 8); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }

        return [.. bytes];
    }
}
