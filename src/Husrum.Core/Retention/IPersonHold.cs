namespace Husrum.Core.Retention;

/// <summary>A reason to keep a person in the directory. A process whose records name people by id registers one, unless they have <see cref="Cases.CaseRecord"/>s, which hold whom they are about by themselves.</summary>
public interface IPersonHold
{
    /// <summary>True where the person must stay for now.</summary>
    Task<bool> HoldsAsync(string personId, CancellationToken cancellation);
}
