using Husrum.Core.Register;

namespace Husrum.Functions.Embedded;

/// <summary>A register that tells of what was written.</summary>
internal interface ICommitNews
{
    /// <summary>Told of each batch once it is on disk.</summary>
    event Action<RegisterBatch>? Committed;
}
