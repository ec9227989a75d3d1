using System.Globalization;
using System.Security.Cryptography;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Blobs;

/// <summary>
/// A document on its way from the blob service: read as it comes, taken up again where the connection broke, and held to its address at its end,
/// so that damaged bytes are an error and never a document.
/// </summary>
internal sealed class CheckedBlob(BlobContainer container, string name, string sha256, StorageAnswer first) : Stream
{
    private const int MostBreaks = 5;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string? _etag = first.ETag;
    private readonly long _length = long.Parse(first.Header("Content-Length") ?? "-1", CultureInfo.InvariantCulture);
    private StorageAnswer _answer = first;
    private Stream _content = first.Content;
    private long _position;
    private int _breaks;
    private bool _isChecked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0)
            return 0;
        while (true)
        {
            try
            {
                var read = _position == _length ? 0 : await _content.ReadAsync(buffer, cancellationToken);
                if (read == 0 && _position < _length)
                    throw new EndOfStreamException("The connection ended early.");
                _hash.AppendData(buffer.Span[..read]);
                _position += read;
                if (read == 0)
                    Check();
                return read;
            }
            catch (Exception e) when (e is IOException or OperationCanceledException && e is not DamagedDocumentException && !cancellationToken.IsCancellationRequested && ++_breaks <= MostBreaks)
            {
                await ResumeAsync(cancellationToken);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _answer.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ResumeAsync(CancellationToken cancellation)
    {
        _answer.Dispose();
        _answer = await container.GetAsync(name, _position, _etag, cancellation);
        if (_answer.Status == 404)
            throw new FileNotFoundException("The document was deleted while it was read.");
        _content = _answer.Content;
    }

    private void Check()
    {
        if (_isChecked)
            return;
        _isChecked = true;
        if (Convert.ToHexStringLower(_hash.GetHashAndReset()) != sha256)
            throw new DamagedDocumentException();
    }
}

/// <summary>The bytes are not those of the document's address.</summary>
internal sealed class DamagedDocumentException() : IOException("The document is damaged: its contents are not those it was kept by.");
