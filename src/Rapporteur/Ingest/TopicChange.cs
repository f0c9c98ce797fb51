// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Ingest;

/// <summary>What the names on both sides of a place tell: whether the text goes on about the same people and places.</summary>
/// <param name="Names">Different names in the text after the place.</param>
/// <param name="Shared">Those of them that stand in the report before the place too.</param>
/// <param name="Carried">Those of them that stand in at least two passages of the report before the place.</param>
/// <param name="Introduced">People whom the text after the place gives in full again, though the report before it had come to the last name alone.</param>
/// <param name="GoneOn">People whom the text after the place gives by the last name alone, because the report before it has introduced them.</param>
internal readonly record struct TopicChange(int Names, int Shared, int Carried, int Introduced, int GoneOn)
{
    private const int WordsLookedAt = 250;

    /// <summary>Compares the report from <paramref name="first"/> to <paramref name="index"/> with the text from there on.</summary>
    public static TopicChange At(NameLedger ledger, int first, int index, int passages)
    {
        int names = 0, shared = 0, carried = 0, introduced = 0, goneOn = 0;
        int limit = ledger.Words[index] + WordsLookedAt;
        for (int i = index; i < passages && ledger.Words[i] < limit; i++)
        {
            foreach (NameUse use in ledger.Of(i))
            {
                if (use.Last >= index) continue;                    // counted where it stood first
                names++;
                if (use.Last < first) continue;
                shared++;
                if (use.LastApart >= first) carried++;
                if (use.LastFull < first) continue;
                if (use.Form == NameForm.Bare) goneOn++;
                else if (use.LastForm == NameForm.Bare) introduced++;
            }
        }

        return new(names, shared, carried, introduced, goneOn);
    }
}
