// SPDX-License-Identifier: Apache-2.0

using Microsoft.AspNetCore.Http;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Asking;

/// <summary>The query of a page's address, and addresses of the same page with one thing changed.</summary>
public sealed class PageQuery(HttpRequest request)
{
    private const int LongestWord = 300;

    private readonly List<(string Name, string Value)> all =
        [.. from field in request.Query from value in field.Value where !string.IsNullOrWhiteSpace(value) select (field.Key, value.Length > LongestWord ? value[..LongestWord] : value)];

    /// <summary>The value of a field; null where it is not given.</summary>
    public string? this[string name] => all.FirstOrDefault(f => f.Name == name).Value?.Trim();

    /// <summary>All values of a field.</summary>
    public IReadOnlyList<string> All(string name) => [.. all.Where(f => f.Name == name).Select(static f => f.Value)];

    /// <summary>Whether a field has a value.</summary>
    public bool Has(string name, string value) => all.Any(f => f.Name == name && f.Value == value);

    /// <summary>The page with a field set, from its beginning; null takes the field away.</summary>
    public string With(string name, string? value) => Address(all.Where(f => f.Name != name && f.Name != "after").Append((name, value ?? "")));

    /// <summary>The page with several fields set, from its beginning.</summary>
    public string With(params IReadOnlyList<(string Name, string Value)> fields)
        => Address(all.Where(f => f.Name != "after" && fields.All(given => given.Name != f.Name)).Concat(fields));

    /// <summary>The page with a value of a field added, or taken away where it is given.</summary>
    public string Toggle(string name, string value)
        => Has(name, value) ? Address(all.Where(f => f != (name, value) && f.Name != "after")) : Address(all.Where(static f => f.Name != "after").Append((name, value)));

    /// <summary>The page that follows.</summary>
    public string After(string place) => Address(all.Where(static f => f.Name != "after").Append(("after", place)));

    /// <summary>Another page with the same query.</summary>
    public string On(string path) => PageAddress.With(path, all.Where(static f => f.Name != "after").Select(static f => (f.Name, (string?)f.Value)));

    private string Address(IEnumerable<(string Name, string Value)> query) => PageAddress.With(request.Path, query.Select(static f => (f.Name, (string?)f.Value)));
}
