namespace Husrum.Core.Register;

/// <summary>A row cannot be read or a record cannot be written. The message names kinds and versions, never contents.</summary>
public sealed class RegisterException(string message, Exception? inner = null) : Exception(message, inner);
