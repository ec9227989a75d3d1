namespace Husrum.Core.Register;

/// <summary>What became of the wish to start a case again from its record, in the place of a run that failed.</summary>
public enum RunReplacement
{
    /// <summary>Not a run of this process.</summary>
    NotOurs,

    /// <summary>Not yet: it is tried again later.</summary>
    Later,

    /// <summary>A new generation begins.</summary>
    Begun,

    /// <summary>A later generation drives the case already, or there is no case any more.</summary>
    Superseded,
}
