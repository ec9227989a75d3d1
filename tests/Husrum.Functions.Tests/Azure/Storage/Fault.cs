namespace Husrum.Functions.Tests.Azure.Storage;

/// <summary>What the proxy does to a request.</summary>
public enum Fault
{
    None,

    /// <summary>The connection breaks while the request is still coming: the service never sees it.</summary>
    CutMidRequest,

    /// <summary>The service carries it out, and the connection breaks before the answer.</summary>
    CutAfterAccept,

    /// <summary>The service carries it out, and nobody hears for longer than the caller waits.</summary>
    SilentAfterAccept,

    /// <summary>The answer's body breaks off half-way.</summary>
    CutMidAnswer,

    /// <summary>Server busy, with a Retry-After.</summary>
    Status503,

    /// <summary>Too many requests.</summary>
    Status429,

    /// <summary>An error inside, after the service carried it out.</summary>
    Status500AfterAccept,
}
