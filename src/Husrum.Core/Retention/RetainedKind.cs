namespace Husrum.Core.Retention;

/// <summary>A kind of record that is deleted when its time is over. A process registers one for each.</summary>
public abstract class RetainedKind
{
    /// <summary>What its partitions begin with, such as <c>claim:</c>.</summary>
    public abstract string PartitionPrefix { get; }

    /// <summary>Deletes it with all that belongs to it, if its record says that it is time. May run again after a crash: files go before the rows that name them.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="today">Local date.</param>
    /// <param name="cancellation">Cancels; what is left is deleted next time.</param>
    public abstract Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation);
}
