namespace Husrum.Functions.Azure.Storage;

/// <summary>The storage account could not be used. The message names status and error code, never a key or contents.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : IOException(message, inner);
