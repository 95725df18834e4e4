package si.vpogled.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.fulfilment.transmission.DestinationException;
import si.vpogled.fulfilment.transmission.Transmission;
import si.vpogled.fulfilment.transmission.Transmissions;
import si.vpogled.request.RequestCase;
import si.vpogled.text.Language;
import si.vpogled.web.words.RunWords;
import si.vpogled.web.words.StateWords;

/** Puts a case into words for its subject, without anything of the inside. */
@ApplicationScoped
class TellSubject {
    private final Connectors connectors;
    private final Transmissions transmissions;

    TellSubject(Connectors connectors, Transmissions transmissions) {
        this.connectors = connectors;
        this.transmissions = transmissions;
    }

    @Transactional
    SubjectCase tell(CaseProgress.Progress progress, Language language) {
        RequestCase request = progress.request();
        return new SubjectCase(
                request.reference(),
                request.right().key(),
                request.services(),
                request.state().key(),
                StateWords.label(request.state()).in(language),
                StateWords.explanation(request, !progress.bundles().isEmpty()).in(language),
                request.receivedAt(),
                request.dueOn(),
                progress.limit().explanation().in(language),
                request.extension().map(RequestCase.Extension::reason),
                progress.runs().stream()
                        .map(run -> new SubjectCase.SourceProgress(
                                title(run.connector(), language),
                                RunWords.forSubject(run.state()).in(language)))
                        .toList(),
                progress.bundles().stream()
                        .map(bundle -> bundle(request.reference(), bundle, language))
                        .toList(),
                transmissions.of(request.id()).stream()
                        .map(TellSubject::receipt)
                        .toList());
    }

    private static SubjectCase.Receipt receipt(Transmission sent) {
        return new SubjectCase.Receipt(
                sent.bundle(),
                sent.destination(),
                sent.state().key(),
                sent.size(),
                sent.sha256(),
                Optional.of(sent.answer()).filter(answer -> !answer.isEmpty()),
                sent.fault().filter(_ -> sent.ended().isPresent()).map(DestinationException.Reason::key),
                sent.named(),
                sent.ended());
    }

    private SubjectCase.BundleView bundle(String reference, BundleShelf.Bundle bundle, Language language) {
        List<String> missing = bundle.missing().stream()
                .map(connector -> title(connector, language))
                .toList();
        return new SubjectCase.BundleView(
                bundle.number(),
                bundle.size(),
                bundle.sha256(),
                bundle.availableUntil(),
                bundle.partialReason(),
                missing,
                "/api/v1/requests/" + reference + "/bundles/" + bundle.number());
    }

    private String title(String connector, Language language) {
        return connectors
                .named(connector)
                .map(ConnectorDefinition::title)
                .map(title -> title.in(language))
                .orElse(connector);
    }
}
