using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Documents;

namespace Husrum.Testing;

/// <summary>What every store of documents promises; each home's store runs all of it.</summary>
public abstract class DocumentStoreConformance : IAsyncLifetime
{
    protected IDocumentStore Store { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty store.</summary>
    protected abstract Task<IDocumentStore> OpenAsync();

    /// <summary>How many documents, or parts of some, it holds.</summary>
    protected abstract Task<int> CountAsync();

    public static PreparedDocument Document(string text) => Document(Encoding.UTF8.GetBytes(text));

    public static PreparedDocument Document(byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), DocumentType.Pdf, bytes);

    public static PreparedDocument Large(int bytes = Upload.LargestFile)
    {
        var content = new byte[bytes];
        new Random(7).NextBytes(content);
        return Document(content);
    }

    [Fact]
    public async Task What_is_kept_reads_back_and_once_is_enough()
    {
        var document = Document("kvittering");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.PutAsync(document, Cancellation), Cancellation)));
        (await ReadAsync(document.Sha256)).ShouldBe(document.Content);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_largest_file_reads_back_whole()
    {
        var document = Large();
        await Store.PutAsync(document, Cancellation);
        (await ReadAsync(document.Sha256)).ShouldBe(document.Content);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_also_twice_and_may_come_again()
    {
        var document = Document("kvittering");
        await Store.PutAsync(document, Cancellation);
        await Store.DeleteAsync(document.Sha256, Cancellation);
        await Store.DeleteAsync(document.Sha256, Cancellation);
        (await Store.ExistsAsync(document.Sha256, Cancellation)).ShouldBeFalse();
        (await Store.OpenAsync(document.Sha256, Cancellation)).ShouldBeNull();
        await Store.PutAsync(document, Cancellation);
        (await Store.ExistsAsync(document.Sha256, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_being_read_may_be_deleted()
    {
        var document = Document("kvittering");
        await Store.PutAsync(document, Cancellation);
        await using var reading = (await Store.OpenAsync(document.Sha256, Cancellation)).ShouldNotBeNull();
        await Store.DeleteAsync(document.Sha256, Cancellation);
        using var copy = new MemoryStream();
        await reading.CopyToAsync(copy, Cancellation);
        copy.ToArray().ShouldBe(document.Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/../aaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_address_is_not_found(string address)
    {
        (await Store.OpenAsync(address, Cancellation)).ShouldBeNull();
        (await Store.ExistsAsync(address, Cancellation)).ShouldBeFalse();
        await Store.DeleteAsync(address, Cancellation);
        await Should.ThrowAsync<ArgumentException>(() => Store.PutAsync(Document("kvittering") with { Sha256 = address }, Cancellation));
    }

    [Fact]
    public async Task A_write_that_was_cut_off_leaves_no_document()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutAsync(Document("kvittering"), cancelled.Token));
        (await CountAsync()).ShouldBe(0);
    }

    protected async Task<byte[]> ReadAsync(string sha256)
    {
        await using var stream = (await Store.OpenAsync(sha256, Cancellation)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }
}
