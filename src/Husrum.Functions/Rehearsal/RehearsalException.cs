using Husrum.Core.Language;

namespace Husrum.Functions.Rehearsal;

/// <summary>What was asked for cannot be played: the program itself refused what somebody does in it.</summary>
/// <param name="why">For whoever asked.</param>
internal sealed class RehearsalException(Bilingual why) : Exception(why.English)
{
    public Bilingual Why { get; } = why;
}
