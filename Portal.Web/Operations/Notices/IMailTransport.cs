using Portal.Domain.Cases;

namespace Portal.Web.Operations.Notices;

/// <summary>Hands one message to a mail server.</summary>
public interface IMailTransport
{
    /// <exception cref="IOException">The server cannot be reached, or does not take it.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellation);
}
