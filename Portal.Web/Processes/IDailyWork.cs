namespace Portal.Web.Processes;

/// <summary>
/// Something a module does by itself, once on each day and after each change of the organisation. It never decides anything.
/// </summary>
public interface IDailyWork
{
    /// <summary>What it is about, for the log.</summary>
    string Name { get; }

    /// <summary>Local time of Viet Nam before which it does not run on a day.</summary>
    TimeOnly NotBefore { get; }

    /// <summary>Does what is due; may run as often as it likes.</summary>
    /// <param name="at">UTC; null for now.</param>
    /// <returns>How many items were handled.</returns>
    Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default);
}
