// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Store.Writing;

namespace Rapporteur.Fetching;

/// <summary>Turns addresses into inputs: what stands there, a feed's entries, or, if it is to follow them, the pages that a feed links to.</summary>
/// <param name="reader">Reads what was fetched.</param>
/// <param name="fetcher">Fetches it.</param>
/// <param name="follows">Whether the pages that a feed links to are fetched.</param>
/// <param name="known">Opens what is known of addresses from before; null where nothing is kept.</param>
/// <param name="interrupt">Stops between two requests, and in one.</param>
public sealed class AddressReader(InputReader reader, Fetcher fetcher, bool follows, Func<FetchedAddresses>? known, CancellationToken interrupt)
{
    private readonly List<(FetchedAddress Address, HashSet<string> Names)> fetched = [];
    private readonly HashSet<string> followed = new(StringComparer.Ordinal);
    private FetchedAddresses? before;

    /// <summary>Addresses that were asked, and are still what they were.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Whether the user stopped it.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>What stands at an address.</summary>
    public IEnumerable<InputItem> Read(string address)
    {
        (FetchResult.Fetched? page, InputFailure? failure) = Fetch(address, asksAgain: true);
        if (page is null)
        {
            if (failure is not null) yield return failure;
            yield break;
        }

        HashSet<string> names = Remember(address, page);
        bool isFeed = reader.FormatOf(address, page.Body) == "feed";
        foreach (InputItem item in reader.ReadWithCharset(address, new MemoryStream(page.Body), page.Charset, CancellationToken.None))
        {
            names.Add(item.Name);
            if (!isFeed || item is not InputText entry)
            {
                yield return WithAddress(item, page);
                continue;
            }

            if (Link(entry, page) is not { } link)
            {
                yield return WithAddress(entry, page);
                continue;
            }

            // By its own address an entry is the same wherever it stands in the feed.
            InputText named = entry with { Name = link, Options = entry.Options with { Url = link } };
            names.Add(link);
            if (!follows) yield return named;
            else if (followed.Add(link)) foreach (InputItem article in Article(named)) yield return article;
            if (IsInterrupted) yield break;
        }
    }

    /// <summary>Keeps what tells whether an address changed, of those that were read without a failure, so that the others are fetched whole the next time.</summary>
    /// <param name="failed">Names of the inputs that failed.</param>
    /// <param name="isWhole">Whether everything was read; what was interrupted keeps nothing.</param>
    public void Keep(IReadOnlySet<string> failed, bool isWhole)
    {
        if (isWhole) before?.Keep([.. fetched.Where(f => !f.Names.Overlaps(failed)).Select(f => f.Address)]);
        fetched.Clear();
        followed.Clear();
        Unchanged = 0;
    }

    /// <summary>The page that a feed's entry links to, with what the entry tells and the page does not; the entry itself where there is none.</summary>
    private IEnumerable<InputItem> Article(InputText entry)
    {
        (FetchResult.Fetched? page, InputFailure? failure) = Fetch(entry.Name, asksAgain: false);
        if (failure is not null) yield return failure;
        if (page is null)
        {
            if (failure is not null) yield return entry;
            yield break;
        }

        HashSet<string> names = Remember(entry.Name, page);
        bool hasText = false;
        foreach (InputItem read in reader.ReadWithCharset(entry.Name, new MemoryStream(page.Body), page.Charset, CancellationToken.None))
        {
            InputItem item = WithAddress(read, page);
            names.Add(item.Name);
            hasText |= item is InputText;
            yield return item is not InputText text ? item : text with
            {
                Options = text.Options with
                {
                    Title = text.Options.Title ?? entry.Options.Title, Author = text.Options.Author ?? entry.Options.Author,
                    Published = text.Options.Published ?? entry.Options.Published, Outlet = text.Options.Outlet ?? entry.Options.Outlet,
                },
            };
        }

        if (!hasText) yield return entry;
    }

    /// <summary>The address that an entry links to, seen from its feed; null where it links to nothing that is ever asked for.</summary>
    private static string? Link(InputText entry, FetchResult.Fetched feed)
        => entry.Options.Url is { Length: > 0 } given && Uri.TryCreate(feed.Address, given, out Uri? link) && Fetcher.Refusal(link.AbsoluteUri) is null ? link.AbsoluteUri : null;

    private static InputItem WithAddress(InputItem item, FetchResult.Fetched page)
        => item is InputText text ? text with { Options = text.Options with { Url = text.Options.Url ?? page.Address.AbsoluteUri } } : item;

    /// <summary>Asks for an address; neither a page nor a failure where nothing changed since it was read.</summary>
    /// <param name="address">The address.</param>
    /// <param name="asksAgain">Whether one is asked again that was read before and of which the server tells nothing to compare by.</param>
    private (FetchResult.Fetched? Page, InputFailure? Failure) Fetch(string address, bool asksAgain)
    {
        if (Fetcher.Refusal(address) is { } refused) return (null, new(address, null, refused));
        FetchedAddress? last = (before ??= known?.Invoke())?.Find(address);
        if (last is { ETag: null, LastModified: null } && !asksAgain)
        {
            Unchanged++;
            return (null, null);
        }

        try
        {
            switch (fetcher.FetchAsync(new Uri(address), last?.ETag, last?.LastModified, interrupt).GetAwaiter().GetResult())
            {
                case FetchResult.Fetched page: return (page, null);
                case FetchResult.Failed failed: return (null, new(address, null, failed.Reason));
                default:
                    Unchanged++;
                    return (null, null);
            }
        }
        catch (OperationCanceledException)
        {
            IsInterrupted = true;
            return (null, null);
        }
    }

    private HashSet<string> Remember(string address, FetchResult.Fetched page)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { address };
        fetched.Add((new FetchedAddress(address, page.ETag, page.LastModified), names));
        return names;
    }
}
