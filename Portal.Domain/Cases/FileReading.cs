namespace Portal.Domain.Cases;

/// <summary>Whether a file can be found by the words inside it.</summary>
public enum FileReading
{
    /// <summary>Nobody has looked yet.</summary>
    Waiting,

    Read,

    /// <summary>It holds no words that could be read: a picture, a scanned page.</summary>
    Nothing,

    /// <summary>It could not be read.</summary>
    Failed,

    /// <summary>Its case came to hold something Restricted: its words are out of the index, and still to be wiped off the disk.</summary>
    Withdrawn,

    /// <summary>It is never read .</summary>
    Closed,
}
