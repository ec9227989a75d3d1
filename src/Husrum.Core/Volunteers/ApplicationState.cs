namespace Husrum.Core.Volunteers;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Sent; the e-mail address is not confirmed yet.</summary>
    Received,

    /// <summary>On the way to the first conversation.</summary>
    Talking,

    /// <summary>Declaration, certificates and course, side by side.</summary>
    Preparing,

    /// <summary>A leader is to talk with the applicant first.</summary>
    Frozen,

    /// <summary>All is there; the coordinator decides.</summary>
    Deciding,

    /// <summary>A volunteer.</summary>
    Approved,

    /// <summary>Turned down.</summary>
    Rejected,

    /// <summary>Taken back by the applicant.</summary>
    Withdrawn,

    /// <summary>The applicant did not answer.</summary>
    Lapsed,
}
