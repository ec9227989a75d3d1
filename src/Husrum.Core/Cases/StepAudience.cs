namespace Husrum.Core.Cases;

/// <summary>Whom a step asks.</summary>
public enum StepAudience
{
    /// <summary>The person the case is about.</summary>
    Person,

    /// <summary>The department's coordinators; when they do not answer its deputies, then the national leader.</summary>
    Department,

    /// <summary>The national leader.</summary>
    Leader,

    /// <summary>Parties of the case: the step or the message says which.</summary>
    Party,
}
