namespace Husrum.Functions.Pages.Shared;

/// <summary>Whether there is room for files people upload. Decisions and messages need little, and go on when there is none.</summary>
internal interface IUploadRoom
{
    /// <summary>False where uploads are refused, kindly.</summary>
    bool HasRoom { get; }
}

/// <summary>A home whose room is somebody else's to look after.</summary>
internal sealed class EndlessRoom : IUploadRoom
{
    public bool HasRoom => true;
}
