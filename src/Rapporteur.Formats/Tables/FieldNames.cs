// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Tables;

/// <summary>The names under which tables and JSON hold what is asked of a report; letter case does not matter.</summary>
internal static class FieldNames
{
    public static readonly string[] Text = ["text", "body", "content", "article", "story"];
    public static readonly string[] Title = ["title", "headline"];
    public static readonly string[] Author = ["author", "authors", "byline"];
    public static readonly string[] Published = ["published", "date", "publishedAt", "published_at", "pubDate", "datePublished"];
    public static readonly string[] Outlet = ["outlet", "source", "publisher", "publication"];
    public static readonly string[] Url = ["url", "link"];

    /// <summary>The report of one row.</summary>
    /// <param name="context">The input.</param>
    /// <param name="place">Where the row stands.</param>
    /// <param name="fields">The fields there are, for the message.</param>
    /// <param name="value">The value of the first of some names that is there, or null.</param>
    public static Documents.InputItem Report(FormatContext context, string place, IEnumerable<string> fields, Func<string[], string?> value)
    {
        string[] names = context.Options.TextField is { } wanted ? [wanted] : Text;
        if (value(names) is not { } text)
            return context.Failure(place, $"there is no field {string.Join(", ", names)}; the fields are {OneLine.Of(string.Join(", ", fields.Take(20)))}");
        if (string.IsNullOrWhiteSpace(text)) return context.Failure(place, "its text is empty");
        return new Documents.InputText(context.Name, text, new ReadOptions
        {
            InputName = context.Name, OneReport = true, Title = OneLine.OrNull(value(Title)), Author = OneLine.OrNull(value(Author)),
            Published = IsoDate.From(value(Published)), Outlet = OneLine.OrNull(value(Outlet)), Url = OneLine.OrNull(value(Url)),
        });
    }
}
