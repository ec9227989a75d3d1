using Husrum.Core.Documents;
using Husrum.Core.Tests.Refunds;
using Husrum.Testing;

namespace Husrum.Core.Tests.Documents;

public sealed class MemoryDocumentsTests : DocumentStoreConformance
{
    private readonly MemoryDocuments _documents = new();

    protected override Task<IDocumentStore> OpenAsync() => Task.FromResult<IDocumentStore>(_documents);

    protected override Task<int> CountAsync() => Task.FromResult(_documents.Count);
}
