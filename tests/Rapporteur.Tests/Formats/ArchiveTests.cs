// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Fuzz;

namespace Rapporteur.Tests.Formats;

/// <summary>Archives and compressed inputs, sound and broken.</summary>
public sealed class ArchiveTests
{
    private const string No = "“No,” he said.";
    private const string Yes = "“Yes,” she said.";

    /// <summary>"“No,” he said." as xz 5.4 writes it, with a CRC-64.</summary>
    private const string Xz = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAR4oCcTm8s4oCdIGhlIHNhaWQuAAAABnEiRgKe178AASoSSwhUvB+2830BAAAAAARZWg==";

    public static TheoryData<string, byte[]> Compressed => new()
    {
        { "a.txt.zst", Seeds.Zstd(No) },
        { "a.txt.xz", Seeds.Xz(No) },
        { "a.txt.bz2", Seeds.Bzip2(No) },
        { "a.txt.gz", Seeds.Gzip(No) },
    };

    [Theory]
    [MemberData(nameof(Compressed))]
    public void A_compressed_text_is_read_under_the_name_of_its_file(string name, byte[] bytes)
        => Assert.Equal((name, No), Text(Read(name, bytes).Single()));

    [Theory]
    [MemberData(nameof(Compressed))]
    public void What_follows_its_end_is_read_too(string name, byte[] bytes)
        => Assert.Equal((name, No + No), Text(Read(name, [.. bytes, .. bytes]).Single()));

    [Theory]
    [MemberData(nameof(Compressed))]
    public void An_early_end_is_told(string name, byte[] bytes)
        => Assert.Contains("ends early or is damaged", Failure(Read(name, bytes[..^6]).Last()), StringComparison.Ordinal);

    [Fact]
    public void Xz_as_xz_writes_it_is_read() => Assert.Equal(("a.xz", No), Text(Read("a.xz", Convert.FromBase64String(Xz)).Single()));

    [Fact]
    public void Zip_gives_its_files_with_their_names()
    {
        InputItem[] items = [.. Read("a.zip", Seeds.Zip(("one.txt", No), ("in/", ""), ("in/two.html", $"<html><p>{Yes}"), (".hidden/x.txt", No), ("__MACOSX/._one.txt", No)))];
        Assert.Equal([("a.zip/one.txt", No), ("a.zip/in/two.html", Yes)], items.Select(Text));
    }

    [Fact]
    public void Tar_gives_its_files_with_their_names()
    {
        string name = $"in/{new string('n', 200)}.txt";
        Assert.Equal([("a.tar/one.txt", No), ($"a.tar/{name}", Yes)], Read("a.tar", Seeds.Tar(("one.txt", No), (name, Yes))).Select(Text));
    }

    [Fact]
    public void A_tar_that_ends_anywhere_is_no_fault_of_the_format()
    {
        byte[] whole = Seeds.Tar(("one.txt", No), ($"in/{new string('n', 200)}.txt", Yes));
        var reader = new InputReader { ThrowsOwnFaults = true };
        string[] told = [.. Enumerable.Range(1, (whole.Length / 50) - 1).SelectMany(cut => reader.Read("a.tar", new MemoryStream(whole[..(cut * 50)]))).OfType<InputFailure>().Select(static f => f.Reason)];
        Assert.Contains(told, static reason => reason.Contains("ends inside what it tells", StringComparison.Ordinal));
        Assert.Contains(told, static reason => reason.Contains("ends inside this file", StringComparison.Ordinal));
    }

    [Fact]
    public void Archives_inside_compressed_inputs_keep_the_names_of_both()
    {
        byte[] tar = Seeds.Tar(("one.txt", No));
        Assert.Equal(("a.tgz/one.txt", No), Text(Read("a.tgz", Seeds.Gzip(tar)).Single()));
        Assert.Equal(("b.zip/a.tar.gz/one.txt", No), Text(Read("b.zip", Seeds.Zip(("a.tar.gz", Seeds.Gzip(tar)))).Single()));
    }

    [Fact]
    public void Archives_in_one_another_have_an_end()
    {
        byte[] zip = Seeds.Zip(("a.txt", No));
        for (int i = 0; i < 3; i++) zip = Seeds.Zip(("a.zip", zip));
        Assert.Contains("more than 3 deep in one another", Failure(Read("a.zip", zip).Single()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("/etc/passwd", "etc/passwd")]
    [InlineData("C:\\Windows\\a.txt", "Windows/a.txt")]
    [InlineData("a/../../b.txt", "a/b.txt")]
    [InlineData("..", "unnamed")]
    public void A_name_that_leads_out_is_made_harmless_and_told(string given, string harmless)
    {
        foreach ((string name, byte[] archive) in new[] { ("a.zip", Seeds.Zip((given, No))), ("a.tar", Seeds.Tar((given, No))) })
        {
            var text = Assert.IsType<InputText>(Read(name, archive).Single());
            Assert.Equal(($"{name}/{harmless}", No), Text(text));
            Assert.Equal($"its name in the archive is '{given}', which leads out of it", text.Note);
        }
    }

    [Fact]
    public void An_encrypted_file_is_told_and_the_rest_read()
    {
        byte[] zip = Seeds.Zip(("a.txt", No), ("b.txt", Yes));
        zip[6] |= 1;                                                        // the first local header
        zip[IndexOf(zip, [(byte)'P', (byte)'K', 1, 2]) + 8] |= 1;           // its entry in the directory
        InputItem[] items = [.. Read("a.zip", zip)];
        Assert.Equal("a.zip/a.txt: it is encrypted; unpack it with its password first", Failure(items[0]));
        Assert.Equal(("a.zip/b.txt", Yes), Text(items[1]));
    }

    [Fact]
    public void A_broken_file_in_a_zip_does_not_stop_the_rest()
    {
        byte[] zip = Seeds.Zip(("a.txt", No), ("b.txt", Yes));
        zip[30 + "a.txt".Length + 4] ^= 0x20;
        InputItem[] items = [.. Read("a.zip", zip)];
        Assert.Contains("ZIP ends early or is damaged", Failure(items[^2]), StringComparison.Ordinal);
        Assert.Equal(("a.zip/b.txt", Yes), Text(items[^1]));
    }

    [Fact]
    public void A_zip_that_was_cut_short_says_so()
        => Assert.Contains("directory is missing or damaged", Failure(Read("a.zip", Seeds.Zip(("a.txt", No))[..^30]).Single()), StringComparison.Ordinal);

    [Fact]
    public void A_broken_header_in_a_tar_does_not_stop_the_rest()
    {
        byte[] first = Seeds.Tar(("a.txt", No)), rest = Seeds.Tar(("b.txt", Yes), ("c.txt", No));
        rest[150] ^= 1;
        InputItem[] items = [.. Read("a.tar", [.. first[..^1024], .. rest])];
        Assert.Equal(("a.tar/a.txt", No), Text(items[0]));
        Assert.Contains("there is no sound header of a file; reading goes on at the next", Failure(items[1]), StringComparison.Ordinal);
        Assert.Equal(["a.tar/b.txt", "a.tar/c.txt"], items[2..].Select(i => i.Name.Replace("PaxHeaders", "", StringComparison.Ordinal)).Where(n => n.Length < 20));
    }

    [Fact]
    public void A_tar_that_ends_inside_a_file_says_where()
    {
        InputItem[] items = [.. Read("a.tar", Seeds.Tar(("a.txt", string.Concat(Enumerable.Repeat(No + "\n", 100))))[..^2000])];
        Assert.IsType<InputText>(items[0]);
        Assert.Contains("the archive ends inside this file", Failure(items[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_stopped_and_with_it_the_archive()
    {
        byte[] zeros = Encoding.ASCII.GetBytes(new string('a', 40_000_000));
        InputItem[] items = [.. Read("a.zip", Seeds.Zip(("a.txt", zeros), ("b.txt", zeros), ("c.txt", zeros)))];
        Assert.Contains("it is a bomb", Failure(Assert.Single(items.OfType<InputFailure>())), StringComparison.Ordinal);
        Assert.DoesNotContain(items, i => i.Name == "a.zip/c.txt");
    }

    [Fact]
    public void A_bomb_of_bombs_is_stopped_as_one()
    {
        byte[] inner = Seeds.Zip(("a.txt", new byte[9_000_000].Select(_ => (byte)'a').ToArray()));
        InputItem[] items = [.. Read("a.zip", Seeds.Zip([.. Enumerable.Range(0, 50).Select(i => ($"{i}.zip", inner))]))];
        Assert.Contains("it is a bomb", Failure(items.OfType<InputFailure>().First()), StringComparison.Ordinal);
        Assert.InRange(items.OfType<InputText>().Sum(t => (long)t.Text.Length), 1, 30_000_000);
    }

    [Fact]
    public void An_archive_without_files_says_so()
    {
        Assert.Equal("a.zip: the archive holds no files", Failure(Read("a.zip", Seeds.Zip(("in/", ""))).Single()));
        Assert.Equal("b.zip: the archive holds no files", Failure(Read("b.zip", Seeds.Zip(Array.Empty<(string, string)>())).Single()));
    }

    [Fact]
    public void A_zip_from_a_stream_is_read_up_to_a_limit()
    {
        byte[] zip = Seeds.Zip(("a.txt", No));
        Assert.Equal(("-/a.txt", No), Text(new InputReader().Read("-", new BufferedStream(new Unseekable(zip))).Single()));
        Assert.Contains("save it as a file of its own", Failure(new InputReader(new InputLimits { MaxSpooledBytes = 20 }).Read("-", new Unseekable(zip)).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_is_named_holds_for_what_is_inside()
    {
        var reader = new InputReader(options: new FormatOptions { Format = "text" });
        Assert.Equal(("a.zip/a.html", "<html><p>a"), Text(reader.Read("a.zip", new MemoryStream(Seeds.Zip(("a.html", "<html><p>a")))).Single()));
    }

    private static int IndexOf(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part);

    private static IEnumerable<InputItem> Read(string name, byte[] bytes) => new InputReader().Read(name, new MemoryStream(bytes));

    private static (string Name, string Text) Text(InputItem item) => Assert.IsType<InputText>(item) is var text ? (text.Name, text.Text) : default;

    private static string Failure(InputItem item)
        => Assert.IsType<InputFailure>(item) is var failure && failure.Place is null ? $"{failure.Name}: {failure.Reason}" : $"{failure.Name}, {failure.Place}: {failure.Reason}";

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
