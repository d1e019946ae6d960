using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Portal.Web.Persistence.Sealing;

/// <summary>
/// A file under a key of its own: pieces of 64 KB, each sealed with AES-256-GCM. The nonce counts the pieces and tells the last one, so
/// that none can be changed, swapped or left out. The key serves this one file, and lies sealed in the database.
/// </summary>
public static class SealedFile
{
    private const int ChunkSize = 64 * 1024, TagSize = 16, NonceSize = 12;

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Bytes on the disk for a content of <paramref name="size"/> bytes.</summary>
    public static long SizeOf(long size) => size + (TagSize * Math.Max(1, (size + ChunkSize - 1) / ChunkSize));

    /// <summary>Seals a content into a new file.</summary>
    /// <param name="most">Bytes that are taken at most.</param>
    /// <returns>Bytes of the content; null when it has more, and then the file is unfinished.</returns>
    public static async Task<long?> WriteAsync(string path, string key, Stream content, long most, CancellationToken cancellation)
    {
        using var aes = new AesGcm(Convert.FromBase64String(key), TagSize);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var (piece, next, stored) = (new byte[ChunkSize], new byte[ChunkSize], new byte[ChunkSize + TagSize]);
        var read = await content.ReadAtLeastAsync(piece, ChunkSize, throwOnEndOfStream: false, cancellation);
        long size = read;
        for (long i = 0; size <= most; i++)
        {
            var following = read < ChunkSize ? 0 : await content.ReadAtLeastAsync(next, ChunkSize, throwOnEndOfStream: false, cancellation);
            aes.Encrypt(NonceOf(i, isLast: following == 0), piece.AsSpan(0, read), stored.AsSpan(0, read), stored.AsSpan(read, TagSize));
            await target.WriteAsync(stored.AsMemory(0, read + TagSize), cancellation);
            if (following == 0)
            {
                return size;
            }

            (piece, next, read, size) = (next, piece, following, size + following);
        }

        return null;
    }

    /// <summary>The content, piece by piece as it is read; nothing of it is written anywhere.</summary>
    /// <exception cref="CryptographicException">On reading: not what was sealed with this key.</exception>
    public static Stream Open(Stream stored, string key) => new Reader(stored, Convert.FromBase64String(key));

    private static byte[] NonceOf(long piece, bool isLast)
    {
        var nonce = new byte[NonceSize];
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceSize - sizeof(long)), piece);
        return nonce;
    }

    private sealed class Reader(Stream stored, byte[] key) : Stream
    {
        private readonly AesGcm _aes = new(key, TagSize);
        private readonly long _pieces = Math.Max(1, (stored.Length + ChunkSize + TagSize - 1) / (ChunkSize + TagSize));
        private readonly byte[] _sealed = new byte[ChunkSize + TagSize];
        private readonly byte[] _plain = new byte[ChunkSize];
        private long _at = -1;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => Math.Max(0, stored.Length - (TagSize * _pieces));

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var left = Length - Position;
            if (left <= 0 || buffer.IsEmpty)
            {
                return 0;
            }

            var (piece, from) = Math.DivRem(Position, ChunkSize);
            Load(piece);
            var count = (int)Math.Min(Math.Min(buffer.Length, ChunkSize - from), left);
            _plain.AsSpan((int)from, count).CopyTo(buffer);
            Position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = offset + origin switch
            {
                SeekOrigin.Begin => 0,
                SeekOrigin.End => Length,
                _ => Position,
            };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _aes.Dispose();
                stored.Dispose();
                CryptographicOperations.ZeroMemory(_plain);
            }

            base.Dispose(disposing);
        }

        private void Load(long piece)
        {
            if (piece == _at)
            {
                return;
            }

            stored.Position = piece * (ChunkSize + TagSize);
            var read = stored.ReadAtLeast(_sealed, _sealed.Length, throwOnEndOfStream: false) - TagSize;
            if (read < 0)
            {
                throw new CryptographicException("The sealed file is cut off.");
            }

            _at = -1;
            _aes.Decrypt(
                NonceOf(piece, piece == _pieces - 1), _sealed.AsSpan(0, read), _sealed.AsSpan(read, TagSize), _plain.AsSpan(0, read));
            _at = piece;
        }
    }
}
