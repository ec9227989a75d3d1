namespace Husrum.Core.Documents;

/// <summary>A hook for the house's virus scanner; called with what was uploaded, before it is kept.</summary>
public interface IVirusScanner
{
    /// <summary>Looks at a file. A scanner that cannot be reached is an outcome, not an exception.</summary>
    Task<ScanOutcome> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default);
}

/// <summary>What a scanner says.</summary>
public enum ScanOutcome
{
    /// <summary>No scanner is set up: types, structure and metadata are still checked.</summary>
    NotScanned,

    /// <summary>Nothing found.</summary>
    Clean,

    /// <summary>Something found: the file is not kept, and the person is told.</summary>
    Infected,

    /// <summary>A scanner is set up but does not answer: the person is asked to try again.</summary>
    Unavailable,
}
