// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;

namespace Rapporteur.Tests.Models;

public sealed class ModelFileTests
{
    [Fact]
    public void A_missing_model_is_named()
    {
        using var folder = new TestFolder();
        Assert.Contains("language.json is missing", Refused(folder.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_named()
    {
        using var folder = new TestFolder();
        new TinyModel().Add("t", "f32", [1f, 2f]).Write(folder.Root);
        string weights = Path.Combine(folder.Root, "language.weights");
        byte[] bytes = File.ReadAllBytes(weights);
        bytes[3] ^= 1;
        File.WriteAllBytes(weights, bytes);
        Assert.Contains("is damaged", Refused(folder.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_named()
    {
        using var folder = new TestFolder();
        new TinyModel().Add("t", "f32", [1f, 2f]).Write(folder.Root);
        File.WriteAllBytes(Path.Combine(folder.Root, "language.weights"), [1, 2, 3]);
        Assert.Contains("has 3 bytes, its manifest states 8", Refused(folder.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        using var folder = new TestFolder();
        new TinyModel().Add("t", "f32", [1f, 2f]).Write(folder.Root);
        File.WriteAllBytes(Path.Combine(folder.Root, "language.weights"), []);
        Assert.Contains("has 0 bytes, its manifest states 8", Refused(folder.Root), StringComparison.Ordinal);
        new TinyModel().Write(folder.Root);
        Assert.Contains("has 0 bytes", Refused(folder.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_layout_is_refused()
    {
        using var folder = new TestFolder();
        new TinyModel { Layout = 99 }.Add("t", "f32", [1f]).Write(folder.Root);
        Assert.Contains("has layout 99; this program runs layout 1", Refused(folder.Root), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"layout\":1}")]
    [InlineData("{\"layout\":\"x\"}")]
    public void What_is_no_manifest_is_said_to_be_none(string manifest)
    {
        using var folder = new TestFolder();
        new TinyModel().Add("t", "f32", [1f]).Write(folder.Root);
        File.WriteAllText(Path.Combine(folder.Root, "language.json"), manifest);
        Assert.Contains("is not a model's manifest", Refused(folder.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_of_the_wrong_name_type_or_size_is_named()
    {
        using var folder = new TestFolder();
        ModelFile model = new TinyModel().Add("t", "f32", [1f, 2f]).Open(folder.Root);
        Assert.Equal(2f, model.Get<float>("t", 2).Span[1]);
        Assert.Contains("holds no tensor u", Assert.Throws<ModelException>(() => model.Get<float>("u", 2)).Message, StringComparison.Ordinal);
        Assert.Contains("t is 2 × f32, where the program wants 2 × i16", Assert.Throws<ModelException>(() => model.Get<short>("t", 2)).Message, StringComparison.Ordinal);
        Assert.Contains("wants 3 × f32", Assert.Throws<ModelException>(() => model.Get<float>("t", 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_that_ships_opens_and_states_what_it_is()
    {
        LanguageModel model = LanguageModel.Default;
        Assert.Equal(64, model.Sha256.Length);
        Assert.InRange(model.Bytes, 1_000_000, 40_000_000);
        Assert.Equal(17, model.Labels["upos"].Length);
    }

    private static string Refused(string folder) => Assert.Throws<ModelException>(() => LanguageModel.Open(folder)).Message;
}
