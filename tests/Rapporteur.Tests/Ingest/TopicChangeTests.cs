// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Ingest;

namespace Rapporteur.Tests.Ingest;

public sealed class TopicChangeTests
{
    [Fact]
    public void Names_are_shared_or_new()
    {
        TopicChange change = Change("The town chose Karin Holm over Per Ekdal.", "In Torsund the mayor, Karin Holm, met Oskar Lindahl.");
        Assert.Equal((5, 2), (change.Names, change.Shared));
    }

    [Fact]
    public void A_full_name_after_the_last_name_alone_introduces_anew()
        => Assert.Equal(1, Change("They chose Karin Holm. On Friday, Holm left.", "The vote was lost by Karin Holm.").Introduced);

    [Fact]
    public void A_last_name_alone_goes_on_from_what_was_said()
        => Assert.Equal(1, Change("They chose Karin Holm.", "By noon Holm had left.").GoneOn);

    [Fact]
    public void A_name_in_two_passages_is_carried_on()
        => Assert.Equal(1, Change("They chose Karin Holm.\nBy noon Holm had left.", "Then Holm came back.", index: 2).Carried);

    private static TopicChange Change(string before, string after, int index = 1)
    {
        string text = $"{before}\n{after}";
        List<RawPassage> passages = PassageFinder.Find(text, ReadOptions.None);
        return TopicChange.At(new NameLedger(text, passages), 0, index, passages.Count);
    }
}
