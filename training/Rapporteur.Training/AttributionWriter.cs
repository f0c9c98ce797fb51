// SPDX-License-Identifier: Apache-2.0

using System.Runtime.InteropServices;
using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Statements;

namespace Rapporteur.Training;

/// <summary>Writes what the finders of cues, sources and contents learn from: tokens with vectors and features, cues with windows.</summary>
/// <remarks>
/// Arrays of one kind in one file each, little-endian: <c>vectors</c> (int16, 160 a token), <c>rows</c> (int32, <see cref="TokenFeatures.Count"/> a
/// token), <c>heads</c>, <c>sentences</c>, <c>passages</c>, <c>articles</c> (int32 a token), <c>cueTags</c> (uint8 a token: 0 outside, 1 first of a
/// cue, 2 further; + 4 in a content), <c>cues</c> (int32: first, end, head, window's first, window's end), <c>windowRows</c> (int16,
/// <see cref="CueWindow.Count"/> a word), <c>roles</c> (uint8 a word of a window: 0 none, 1 first of a source, 2 further, 3 first of a content, 4 further).
/// </remarks>
internal static class AttributionWriter
{
    public static int Run(string articles, string folder)
    {
        Directory.CreateDirectory(folder);
        Pipeline pipeline = DefaultPipeline.Create().Build();
        using var files = new Files(folder);
        int article = 0, start = 0, lost = 0;
        foreach (string line in File.ReadLines(articles))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string text = json.RootElement.GetProperty("text").GetString()!;
            var document = new Document(text, new ReadOptions(), new("article", article, null));
            foreach (IStage stage in pipeline.Stages.TakeWhile(static s => s is not StatementStage)) stage.Run(document, new StageContext(Trace.Off, CancellationToken.None));
            lost += Write(files, document, json.RootElement.GetProperty("attributions"), article++, start);
            start += document.Tokens.Count;
        }

        File.WriteAllText(Path.Combine(folder, "..", "sizes.json"), $"{{\"rows\": {TokenFeatures.Size}, \"windowRows\": {CueWindow.Size}}}\n");
        Console.Error.WriteLine($"{article} articles, {start} tokens; {lost} attributions could not be laid on tokens");
        return 0;
    }

    private static int Write(Files files, Document document, JsonElement attributions, int article, int start)
    {
        int count = document.Tokens.Count, lost = 0;
        TokenVectors vectors = document.Encodings[0];
        files["vectors"].Write(MemoryMarshal.AsBytes(vectors.Of(new(0, count))));
        QuotationMap quotations = QuotationMap.Of(document);
        var features = new TokenFeatures(document, quotations, CueLexicon.Default);
        var rows = new int[count * TokenFeatures.Count];
        int[] heads = new int[count], sentences = new int[count], passages = new int[count], numbers = new int[count];
        Array.Fill(numbers, article);
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            TokenRange range = document.Tokens.RangeOf(document.Sentences[s].Span);
            for (int i = range.First; i < range.End; i++)
            {
                features.Write(i, rows.AsSpan(i * TokenFeatures.Count, TokenFeatures.Count));
                int head = document.Trees.HeadOf(i);
                (heads[i], sentences[i], passages[i]) = (head < 0 ? -1 : head + start, s, document.Sentences[s].Passage);
            }
        }

        var tags = new byte[count];
        var window = new CueWindow(document, quotations);
        foreach (JsonElement attribution in attributions.EnumerateArray())
        {
            List<TokenRange> cue = Ranges(document, attribution, "cue"), source = Ranges(document, attribution, "source"), content = Ranges(document, attribution, "content");
            foreach (TokenRange part in content)
            {
                for (int i = part.First; i < part.End; i++) tags[i] |= 4;
            }

            if (cue is not [{ IsEmpty: false } at] || at.Count > 24)
            {
                lost++;
                continue;
            }

            for (int i = at.First; i < at.End; i++) tags[i] = (byte)((tags[i] & 4) | (i == at.First ? 1 : 2));
            int sentence = sentences[at.First];
            TokenRange around = window.Around(sentence, at);
            var cueRows = new int[around.Count * CueWindow.Count];
            window.Write(sentence, at, around, cueRows);
            files["cues"].Write(MemoryMarshal.AsBytes<int>([at.First + start, at.End + start, window.HeadOf(at) + start, around.First + start, around.End + start]));
            files["windowRows"].Write(MemoryMarshal.AsBytes<short>([.. cueRows.Select(r => checked((short)r))]));
            var roles = new byte[around.Count];
            Mark(source, around, 1, roles);
            Mark(content, around, 3, roles);
            files["roles"].Write(roles);
        }

        files["rows"].Write(MemoryMarshal.AsBytes<int>(rows));
        files["heads"].Write(MemoryMarshal.AsBytes<int>(heads));
        files["sentences"].Write(MemoryMarshal.AsBytes<int>(sentences));
        files["passages"].Write(MemoryMarshal.AsBytes<int>(passages));
        files["articles"].Write(MemoryMarshal.AsBytes<int>(numbers));
        files["cueTags"].Write(tags);
        document.Release();
        return lost;
    }

    private static void Mark(List<TokenRange> parts, TokenRange window, byte first, byte[] roles)
    {
        foreach (TokenRange part in parts)
        {
            for (int i = Math.Max(part.First, window.First); i < Math.Min(part.End, window.End); i++)
                roles[i - window.First] = (byte)(i == part.First || i == window.First ? first : first + 1);
        }
    }

    private static List<TokenRange> Ranges(Document document, JsonElement attribution, string part)
    {
        List<TokenRange> found = [];
        foreach (JsonElement span in attribution.GetProperty(part).EnumerateArray())
        {
            TokenRange range = document.Tokens.RangeOf(new(span[0].GetInt32(), span[1].GetInt32()));
            if (!range.IsEmpty) found.Add(range);
        }

        return found;
    }

    private sealed class Files(string folder) : IDisposable
    {
        private readonly Dictionary<string, FileStream> open = [];

        public FileStream this[string name] => open.TryGetValue(name, out FileStream? file) ? file : open[name] = File.Create(Path.Combine(folder, name + ".bin"));

        public void Dispose()
        {
            foreach (FileStream file in open.Values) file.Dispose();
        }
    }
}
