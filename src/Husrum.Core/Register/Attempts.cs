namespace Husrum.Core.Register;

/// <summary>Counts how often a batch was refused because someone else wrote first. Each refusal means that another one got through, so a handful is plenty.</summary>
internal sealed class Attempts
{
    private const int Most = 20;

    private int _count;

    /// <summary>Counts one more.</summary>
    /// <exception cref="RegisterException">Too many; the caller's own retry goes on from here.</exception>
    public void Next()
    {
        if (++_count == Most)
            throw new RegisterException("Others kept writing the same rows. Nothing was lost; it will be tried again.");
    }
}
