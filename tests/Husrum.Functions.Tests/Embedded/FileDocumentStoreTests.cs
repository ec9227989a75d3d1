using Husrum.Core.Documents;
using Husrum.Functions.Embedded;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Embedded;

public sealed class FileDocumentStoreTests : DocumentStoreConformance
{
    private readonly TempFolder _temp = new();

    public override ValueTask DisposeAsync()
    {
        _temp.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_document_lies_under_its_address()
    {
        var document = Document("kvittering");
        await Store.PutAsync(document, Cancellation);
        Files().ShouldHaveSingleItem().ShouldEndWith($"{document.Sha256[..2]}{Path.DirectorySeparatorChar}{document.Sha256}");
    }

    protected override Task<IDocumentStore> OpenAsync() => Task.FromResult<IDocumentStore>(new FileDocumentStore(_temp.Path));

    protected override Task<int> CountAsync() => Task.FromResult(Files().Count());

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories);
}
