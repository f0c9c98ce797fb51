// SPDX-License-Identifier: Apache-2.0

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Store;
using Rapporteur.Web.Security;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reading;

/// <summary>Takes the form of the first page: a pasted text, dropped files; reads them into the record and leads to what was read.</summary>
internal static class ReadEndpoint
{
    /// <summary>Most bytes of one request; past 64 KB they wait on disk, not in memory.</summary>
    public const long MostBytes = 64L << 20;

    private const int MostFiles = 1000;

    private static readonly FormOptions Bounds = new()
    {
        MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = (int)MostBytes, ValueCountLimit = 2 * MostFiles, BufferBodyLengthLimit = MostBytes,
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/read", ReadAsync).DisableAntiforgery().ExcludeFromDescription();

    private static async Task ReadAsync(HttpContext context, IAntiforgery antiforgery, StoryAddresses addresses, StoryReader reader, ReadingLog log)
    {
        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, Bounds));
            IFormCollection form = await context.Request.ReadFormAsync(Bounds, context.RequestAborted).ConfigureAwait(false);
            if (!await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
            {
                await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "The form is too old: the program was started anew since. Open the first page again.").ConfigureAwait(false);
                return;
            }

            var known = new ReadOptions { Outlet = Word(form, "outlet"), Published = StoryReader.DateOf(Word(form, "published")), Url = Word(form, "url") };
            string text = (Word(form, "text") ?? "").ReplaceLineEndings("\n");
            IEnumerable<InputItem> pasted = text.Length == 0 ? []
                : StoryAddresses.In(text) is { Count: > 0 } given ? await addresses.FetchAsync(given, context.RequestAborted).ConfigureAwait(false)
                : [new InputText("pasted", text, new ReadOptions { InputName = "pasted" }) { IsVerbatim = true, Map = OffsetMap.Identity }];
            StoriesRead read = await reader.ReadAsync(pasted.Concat(Files(form)).Select(item => With(known, item)), context.RequestAborted).ConfigureAwait(false);
            bool isOne = read is { Reports: [_], Failures: [], Notes: [] };
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = isOne ? PageAddress.Report(read.Reports[0].Id) : "/read/" + log.Add(read);
        }
        catch (BadHttpRequestException refused)
        {
            await Problem.WriteAsync(context, refused.StatusCode, null).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "The form is too large, or a name in it is too long.").ConfigureAwait(false);
        }
        catch (RecordException problem)
        {
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ShownText.FileName(problem.Message)).ConfigureAwait(false);
        }
    }

    private static IEnumerable<InputItem> Files(IFormCollection form)
    {
        var reader = new InputReader();
        foreach (IFormFile file in form.Files.Take(MostFiles))
        {
            if (file is { Length: 0, FileName: "" }) continue;
            string name = ShownText.Brief(ShownText.FileName(file.FileName), 200);
            using Stream content = file.OpenReadStream();
            foreach (InputItem item in reader.Read(name.Length == 0 ? "file" : name, content)) yield return item;
        }
    }

    /// <summary>An input with what the person knows of it, where it does not tell that itself.</summary>
    private static InputItem With(ReadOptions known, InputItem item)
        => item is not InputText text ? item : text with
        {
            Options = text.Options with { InputName = text.Name, Outlet = text.Options.Outlet ?? known.Outlet, Published = text.Options.Published ?? known.Published, Url = text.Options.Url ?? known.Url },
        };

    private static string? Word(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } word ? word : null;
}
